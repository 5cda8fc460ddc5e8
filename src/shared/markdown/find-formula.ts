/** A formula in running text, with where the text goes on behind it. */
export interface InlineFormula {
  readonly tex: string;
  /** Whether it stands in a line of its own. */
  readonly display: boolean;
  readonly end: number;
}

/** Longest formula in running text, in UTF-16 units. */
const maxLength = 10_000;

const closings: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $$: '$$' };

/**
 * The formula that starts at `start`, where a `$` or a backslash stands. `open` when its end has not come yet, as far as
 * this text goes.
 *
 * A single dollar is mostly money or a variable of a shell: it starts a formula only directly before its first letter and
 * not behind a word, ends it only directly behind its last one and not before a word, and both stand in one line.
 */
export function findFormula(text: string, start: number): InlineFormula | 'open' | undefined {
  const opening = text.slice(start, start + 2);
  const closing = closings[opening];
  if (closing === undefined) {
    return text[start] === '$' ? findDollarFormula(text, start) : undefined;
  }
  const end = findClosing(text, start + 2, closing);
  if (end === undefined) {
    return 'open';
  }
  const tex = text.slice(start + 2, end);
  return tex.trim() === '' ? undefined : { tex, display: opening !== '\\(', end: end + 2 };
}

/** Where the closing delimiter begins. A backslash takes the character behind it along: `\\]` is a line break and a bracket. */
function findClosing(text: string, from: number, closing: string): number | undefined {
  const limit = Math.min(text.length, from + maxLength);
  for (let position = from; position < limit; position++) {
    if (text.startsWith(closing, position)) {
      return position;
    }
    if (text[position] === '\\') {
      position++;
    }
  }
  return undefined;
}

function findDollarFormula(text: string, start: number): InlineFormula | 'open' | undefined {
  const before = text[start - 1];
  if (before !== undefined && /[\w$\\]/.test(before)) {
    return undefined;
  }
  const rest = /^(?!\s)(?:\\.|[^\\$\n`])+/.exec(text.slice(start + 1, start + 1 + maxLength))?.[0];
  if (rest === undefined || isPrice(rest)) {
    return undefined;
  }
  const end = start + 1 + rest.length;
  if (end >= text.length) {
    return /[\\^_{]/.test(rest) && !rest.includes('**') ? 'open' : undefined;
  }
  const isClosed = text[end] === '$' && !/\s$/.test(rest) && !/[\w$]/.test(text[end + 1] ?? '');
  return isClosed ? { tex: rest, display: false, end: end + 1 } : undefined;
}

/** "5 and others cost 10" between two dollars: a number with words, which a formula would have in commands only. */
function isPrice(text: string): boolean {
  return /^\d/.test(text) && /(?<![\\A-Za-z])[A-Za-z]{2,}/.test(text.replace(/\\[A-Za-z]+\s*(?:\{[^{}]*\})*/g, ' '));
}
