import { tokenKinds } from '../../src/shared/token-colors';
import type { TokenColors } from '../../src/shared/token-colors';

/** Beside the page's own style sheet: VS Code's script writes to the styles of the document's root. */
const sheet = new CSSStyleSheet();

/** Gives tokens the colours of the theme, or those of the style sheet where the theme is not known. */
export function showTokenColors(colors: TokenColors | undefined): void {
  const rules = tokenKinds.map((kind) => {
    const { color = 'inherit', italic, bold, underline } = colors?.[kind] ?? {};
    const weight = bold ? 'bold' : 'inherit';
    return `.code-block .token-${kind} { color: ${color}; font-style: ${italic ? 'italic' : 'inherit'}; font-weight: ${weight}; text-decoration: ${underline ? 'underline' : 'none'}; }`;
  });
  sheet.replaceSync(colors ? rules.join('\n') : '');
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets.push(sheet);
  }
}
