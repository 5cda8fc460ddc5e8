import { markdownElement } from '../markdown/markdown-node';
import type { MarkdownElement } from '../markdown/markdown-node';

/** The element that draws the code of the block that it is in (see `diagram-element.ts`). */
export const diagramTag = 'iris-diagram';

/** A whole code block in Mermaid gets a place for its diagram before its code; others stay as they are. */
export function withDiagram(block: MarkdownElement): MarkdownElement {
  const [header, code, ...rest] = block.children;
  const language = typeof code === 'object' ? code.children[0] : undefined;
  return header !== undefined &&
    code !== undefined &&
    typeof language === 'object' &&
    language.attributes['data-language'] === 'mermaid'
    ? { ...block, children: [header, markdownElement(diagramTag), code, ...rest] }
    : block;
}
