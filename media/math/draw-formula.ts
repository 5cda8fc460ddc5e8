import { renderToString } from 'katex';
import type { MarkdownElement } from '../markdown/markdown-node';
import { readMarkup } from './read-markup';

/** Longest formula that is drawn, in UTF-16 units. */
const maxLength = 10_000;

/** Farthest that TeX may move anything to the side over what stands there, in em. */
const maxShift = 10;

/**
 * A formula as nodes, with MathML for screen readers. Nothing for what KaTeX does not know or what is beyond its limits.
 * Commands that link, load or style (`\href`, `\includegraphics`, `\htmlStyle`) are refused, and nothing that is drawn
 * may cover what stands beside the formula.
 */
export function drawFormula(tex: string, displayMode: boolean): MarkdownElement | undefined {
  if (tex.length > maxLength) {
    return undefined;
  }
  try {
    const markup = renderToString(tex, { displayMode, trust: false, strict: 'ignore', maxExpand: 1000, maxSize: 40 });
    return isFarOff(markup) ? undefined : readMarkup(markup);
  } catch {
    // A mistake in the TeX, or nesting too deep for the stack: either way its source is shown.
    return undefined;
  }
}

function isFarOff(markup: string): boolean {
  const shifts = markup.matchAll(/(?:margin-left|margin-right|left|right):(-?[\d.]+)em/g);
  return Array.from(shifts).some(([, amount]) => Number(amount) < -maxShift);
}
