import { t } from '@vscode/l10n';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import type { ReadBlob } from './chat-html';
import { escapeHtml } from './escape-html';
import { shownParts, type ShownPart } from './exported-media';

/** What a browser shows without any help. */
const shownTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

/** Attachments side by side, pictures small; empty where there are none. */
export async function figures(attachments: readonly Attachment[], read: ReadBlob): Promise<string> {
  const written = await Promise.all(attachments.map((attachment) => attachmentFigures(attachment, read)));
  return attachments.length === 0 ? '' : `<div class="attachments">\n${written.flat().join('\n')}\n</div>`;
}

/** Undefined where its bytes are not at hand. */
export async function dataUrl(blob: BlobReference, read: ReadBlob): Promise<string | undefined> {
  const bytes = await read(blob);
  return bytes && `data:${escapeHtml(blob.mediaType)};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** An attachment of which nothing can be shown is named. */
async function attachmentFigures(attachment: Attachment, read: ReadBlob): Promise<readonly string[]> {
  const written = await Promise.all(shownParts(attachment).map((part) => partFigure(part, read)));
  const shown = written.filter((figure) => figure !== undefined);
  return shown.length > 0 ? shown : [`<figure>${caption(attachment.name)}</figure>`];
}

async function partFigure(part: ShownPart, read: ReadBlob): Promise<string | undefined> {
  const { mediaType } = part.blob;
  if (shownTypes.has(mediaType)) {
    const url = await dataUrl(part.blob, read);
    return url && `<figure class="picture">${enlargeable(url, part.caption)}${caption(part.caption)}</figure>`;
  }
  if (mediaType.startsWith('audio/')) {
    const url = await dataUrl(part.blob, read);
    return url && `<figure class="wide"><audio controls src="${url}"></audio>${caption(part.caption)}</figure>`;
  }
  if (mediaType.startsWith('text/')) {
    const bytes = await read(part.blob);
    const text = bytes && escapeHtml(new TextDecoder().decode(bytes));
    return text === undefined
      ? undefined
      : `<figure class="wide"><details><summary dir="auto">${escapeHtml(part.caption)}</summary><pre dir="auto" tabindex="0">${text}</pre></details></figure>`;
  }
  return undefined;
}

/** Its summary is the picture itself, which the page's style shows large while it is open: no script, and its bytes once. */
function enlargeable(url: string, name: string): string {
  const hint = escapeHtml(t('Large or small'));
  return `<details><summary title="${hint}"><img src="${url}" alt="${escapeHtml(name)}"></summary></details>`;
}

function caption(text: string): string {
  return `<figcaption dir="auto">${escapeHtml(text)}</figcaption>`;
}
