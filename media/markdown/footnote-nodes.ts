import { t } from '@vscode/l10n';
import { markdownElement } from './markdown-node';
import type { MarkdownElement, MarkdownNode } from './markdown-node';

/** The mark in the text that leads to a note; clicks are handled by `followFootnote`. */
export function footnoteReference(label: string): MarkdownElement {
  return markdownElement('sup', {}, [
    markdownElement(
      'button',
      {
        type: 'button',
        class: 'footnote-reference',
        'data-note': label,
        'aria-label': t('Footnote {0}', label),
      },
      [label],
    ),
  ]);
}

/** The note itself; its label leads back to the text. */
export function footnote(label: string, children: readonly MarkdownNode[]): MarkdownElement {
  const back = t('Back to where footnote {0} is named', label);
  return markdownElement('div', { class: 'footnote', 'data-footnote': label }, [
    markdownElement(
      'button',
      { type: 'button', class: 'footnote-label', 'data-named-note': label, 'aria-label': back, title: back },
      [label],
    ),
    markdownElement('div', { class: 'footnote-text' }, children),
  ]);
}
