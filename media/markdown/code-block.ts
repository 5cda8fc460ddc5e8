import { t } from '@vscode/l10n';
import type { IconName } from '../icons/icon-paths';
import { iconNode } from './icon-node';
import { markdownElement } from './markdown-node';
import type { MarkdownElement } from './markdown-node';

/** What the buttons of a code block do; the value of `data-code-action`. */
export type CodeAction = 'copy' | 'insert' | 'open';

/**
 * @param code without the line break that ends it
 * @param language first word of the fence's info string, or nothing
 */
export function codeBlock(code: string, language: string): MarkdownElement {
  return markdownElement(
    'div',
    { class: 'code-block', role: 'group', 'aria-label': language ? t('{0} block', language) : t('Text block') },
    [
      markdownElement('div', { class: 'code-header' }, [
        markdownElement('span', { class: 'code-language' }, [language]),
        codeButton('copy', t('Copy'), 'copy'),
        codeButton('insert', t('Insert at cursor'), 'insert'),
        codeButton('open', t('New file'), 'newFile'),
      ]),
      markdownElement('pre', { dir: 'ltr' }, [
        markdownElement('code', { 'data-language': language }, codePieces(code)),
      ]),
    ],
  );
}

/** Shortest length of a piece in UTF-16 units, except for the last one. */
const pieceLength = 1500;

/**
 * Long code is shown in pieces that end with a line: while it streams, only the last piece grows, so the browser lays
 * out that one again and not the whole block. The cut depends on the text alone, never on how it arrived.
 */
export function codePieces(code: string): MarkdownElement[] {
  const pieces: MarkdownElement[] = [];
  let start = 0;
  while (start < code.length) {
    const lineEnd = code.indexOf('\n', start + pieceLength);
    const end = lineEnd < 0 ? code.length : lineEnd + 1;
    pieces.push(markdownElement('span', { class: 'code-piece' }, [code.slice(start, end)]));
    start = end;
  }
  return pieces;
}

function codeButton(action: CodeAction, label: string, icon: IconName): MarkdownElement {
  return markdownElement(
    'button',
    { type: 'button', class: 'icon-button', 'data-code-action': action, 'aria-label': label, title: label },
    [iconNode(icon)],
  );
}
