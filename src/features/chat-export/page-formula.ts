import { renderToString } from 'katex';

/** Longest formula that is drawn, in UTF-16 units. */
const maxLength = 10_000;

/** Farthest that TeX may move anything over what stands beside it, in em. */
const maxShift = 10;

/** All that MathML is drawn with here; nothing that links, loads or runs. */
const tags = new Set(
  (
    'math semantics annotation mrow mi mo mn mtext ms mspace mover munder munderover msup msub msubsup mmultiscripts ' +
    'mprescripts mfrac msqrt mroot mstyle mpadded mphantom menclose mtable mtr mtd mlabeledtr'
  ).split(' '),
);

/**
 * A formula as MathML, which browsers draw by themselves and from which its TeX can be copied. Undefined for what KaTeX does
 * not know or what is beyond its limits.
 */
export function pageFormula(tex: string, displayMode: boolean): string | undefined {
  if (tex.length > maxLength) {
    return undefined;
  }
  try {
    const options = { output: 'mathml', trust: false, strict: 'ignore', maxExpand: 1000, maxSize: 40 } as const;
    const math = /<math[^]*<\/math>/.exec(renderToString(tex, { ...options, displayMode }))?.[0];
    // The page's policy allows no styles but its own.
    return math !== undefined && isDrawing(math) ? math.replace(/ style="[^"]*"/g, '') : undefined;
  } catch {
    // A mistake in the TeX, or nesting too deep for the stack: either way its source is shown.
    return undefined;
  }
}

function isDrawing(math: string): boolean {
  return Array.from(math.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)).every(
    ([, tag = '', attributes = '']) =>
      tags.has(tag) &&
      !/\s(?:on|href|src|xlink|id=)/i.test(attributes) &&
      Array.from(attributes.matchAll(/="(-[\d.]+)em"/g)).every(([, shift]) => Number(shift) >= -maxShift),
  );
}
