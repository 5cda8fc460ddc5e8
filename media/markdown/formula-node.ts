import { markdownElement } from './markdown-node';
import type { MarkdownElement } from './markdown-node';

/** `open`: its end has not come yet, so that it is shown as it is written. */
export type FormulaKind = 'inline' | 'display' | 'open';

/** A formula as its source, which stands until it can be drawn (see `enrich.ts`) and where it can't be. */
export function formulaNode(tex: string, kind: FormulaKind): MarkdownElement {
  return markdownElement('code', { class: 'formula-source', dir: 'ltr', 'data-formula': kind }, [tex]);
}
