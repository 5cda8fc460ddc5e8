import { withDiagram } from '../diagrams/diagram-node';
import type { CodeColors } from '../highlight/code-colors';
import type { Formulas } from '../math/formulas';
import type { MarkdownElement, MarkdownNode } from './markdown-node';

/** What is added to rendered markdown by scripts that are loaded when it is needed. */
export interface Enrichment {
  readonly colors: CodeColors;
  readonly formulas: Formulas;
}

interface EnrichOptions {
  readonly enrichment: Enrichment;
  /** Whether the block will not change any more; otherwise its last code block is still being written. */
  readonly isFinal: boolean;
  /** Called when the same block can be enriched further. */
  readonly changed: () => void;
}

/** The block with its formulas drawn and its code coloured, as far as that is possible at once. */
export function enrich(block: MarkdownElement, { enrichment, isFinal, changed }: EnrichOptions): MarkdownElement {
  const open = isFinal ? undefined : lastCode(block);
  const visit = (element: MarkdownElement): MarkdownElement => {
    const { 'data-formula': formula, 'data-language': language } = element.attributes;
    if (formula !== undefined && formula !== 'open') {
      return enrichment.formulas.drawing(textOf(element), formula === 'display', changed) ?? element;
    }
    if (language !== undefined) {
      const painted = element === open ? undefined : enrichment.colors.painted(textOf(element), language, changed);
      return painted ? { ...element, children: painted } : element;
    }
    const children = element.children.map((child) => (typeof child === 'string' ? child : visit(child)));
    const shown = children.every((child, index) => child === element.children[index])
      ? element
      : { ...element, children };
    return element.attributes['class'] === 'code-block' && (!open || lastCode(element) !== open)
      ? withDiagram(shown)
      : shown;
  };
  return visit(block);
}

function lastCode(block: MarkdownElement): MarkdownElement | undefined {
  if (block.attributes['data-language'] !== undefined) {
    return block;
  }
  for (const child of block.children.toReversed()) {
    const found = typeof child === 'string' ? undefined : lastCode(child);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function textOf(node: MarkdownNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
