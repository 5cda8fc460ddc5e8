import { t } from '@vscode/l10n';
import { markdownElement } from './markdown-node';
import type { MarkdownElement } from './markdown-node';

/** As what a table is copied; the value of `data-table-action`. */
export type TableFormat = 'csv' | 'markdown';

/** A table that scrolls sideways by itself, with buttons to copy it. */
export function tableBlock(table: MarkdownElement): MarkdownElement {
  return markdownElement('div', { class: 'table-block' }, [
    markdownElement('div', { class: 'table-header' }, [
      copyButton('csv', t('Copy as CSV'), 'CSV'),
      copyButton('markdown', t('Copy as Markdown'), 'Markdown'),
    ]),
    markdownElement('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': t('Table') }, [table]),
  ]);
}

function copyButton(format: TableFormat, label: string, text: string): MarkdownElement {
  return markdownElement(
    'button',
    { type: 'button', class: 'table-action', 'data-table-action': format, 'aria-label': label, title: label },
    [text],
  );
}
