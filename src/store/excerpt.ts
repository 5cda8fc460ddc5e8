import { foldText, unfoldedIndex } from '../shared/search-words';

/** Characters of an excerpt before what was found, and after it. */
const contextBefore = 32;
const contextAfter = 120;

/**
 * What stands in a text around the folded words in one line: where they stand together, or else around the first of them.
 * Undefined where none of them is there.
 */
export function excerptOf(text: string, words: readonly string[]): string | undefined {
  const folded = foldText(text);
  const phrase = words.join(' ');
  const wanted = folded.includes(phrase) ? [phrase] : words;
  const places = wanted.map((word) => ({ word, at: folded.indexOf(word) })).filter(({ at }) => at >= 0);
  const first = places.toSorted((one, other) => one.at - other.at || other.word.length - one.word.length)[0];
  if (!first) {
    return undefined;
  }
  const start = unfoldedIndex(text, folded, first.at);
  const end = unfoldedIndex(text, folded, first.at + first.word.length);
  return `${lead(text.slice(0, start))}${oneLine(text.slice(start, end))}${rest(text.slice(end))}`;
}

function lead(text: string): string {
  if (text.length <= contextBefore) {
    return oneLine(text).trimStart();
  }
  const tail = text.slice(-contextBefore);
  // From a word's beginning, where there is one.
  const space = tail.search(/\s/);
  return `…${oneLine(space < 0 ? withoutHalf(tail) : tail.slice(space)).trimStart()}`;
}

function rest(text: string): string {
  return text.length <= contextAfter
    ? oneLine(text).trimEnd()
    : `${oneLine(text.slice(0, contextAfter).replace(/[\ud800-\udbff]$/, '')).trimEnd()}…`;
}

function withoutHalf(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
