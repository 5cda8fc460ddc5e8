import { codePieces } from '../markdown/code-block';
import { markdownElement } from '../markdown/markdown-node';
import type { MarkdownElement, MarkdownNode } from '../markdown/markdown-node';
import type { TokenRun } from './token-run';

/**
 * The pieces of a code block with its tokens in elements that the style sheet colours. The pieces are those of
 * `codePieces`: a token that goes over the end of one is shown in two parts.
 */
export function paintCode(code: string, runs: readonly TokenRun[]): readonly MarkdownNode[] {
  let run = 0;
  let used = 0;
  const paint = (piece: MarkdownElement): MarkdownElement => {
    const text = piece.children.map((child) => (typeof child === 'string' ? child : '')).join('');
    const nodes: MarkdownNode[] = [];
    for (let position = 0; position < text.length;) {
      const [length, kind] = runs[run] ?? [text.length];
      const end = Math.min(text.length, position + length - used);
      const part = text.slice(position, end);
      nodes.push(kind === undefined ? part : markdownElement('span', { class: `token-${kind}` }, [part]));
      used += end - position;
      position = end;
      if (used >= length) {
        run++;
        used = 0;
      }
    }
    return { ...piece, children: nodes };
  };
  return codePieces(code).map(paint);
}
