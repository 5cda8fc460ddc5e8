import { randomBytes } from 'node:crypto';

export interface PageOptions {
  readonly title: string;
  /** Names the panel in what its page keeps. */
  readonly panelId?: string;
  /** The webview's own origin for style sheets and fonts. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Texts of the display language, by their English; they are English without. */
  readonly translations?: Readonly<Record<string, string>>;
  /** Tag of that language, `en` without. */
  readonly language?: string;
}

/**
 * The page around a webview's script. Nothing loads over the network and only the script with this load's nonce runs:
 * pictures reach the page as bytes and are shown from `blob:`.
 */
export function pageHtml(page: PageOptions): string {
  const nonce = randomBytes(24).toString('base64url');
  const policy = [
    `default-src 'none'`,
    `img-src blob: data:`,
    `media-src blob:`,
    `style-src ${page.cspSource}`,
    `font-src ${page.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `worker-src blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const translations = page.translations === undefined ? '' : dataBlock('translations', page.translations);
  return `<!DOCTYPE html>
<html lang="${page.language ?? 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${page.styleUri}">
<title>${page.title}</title>
</head>
<body>
<div id="root"${page.panelId === undefined ? '' : ` data-panel="${page.panelId}"`}></div>
${translations}<script nonce="${nonce}" src="${page.scriptUri}"></script>
</body>
</html>
`;
}

/** What the page's script reads: no script itself, so the policy lets it be. Nothing in it can end the element. */
function dataBlock(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>\n`;
}
