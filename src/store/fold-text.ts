/** Makes letters equal that people take for equal. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a query, folded. */
export function wordsOf(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Characters of an excerpt before what was found, and after it. */
const contextBefore = 32;
const contextAfter = 120;

/** The first of the words in a text, with what stands around it in one line; undefined where none of them is there. */
export function excerptOf(text: string, words: readonly string[]): Excerpt | undefined {
  const folded = foldText(text);
  const places = words.map((word) => ({ word, at: folded.indexOf(word) })).filter(({ at }) => at >= 0);
  const first = places.toSorted((one, other) => one.at - other.at || other.word.length - one.word.length)[0];
  if (!first) {
    return undefined;
  }
  const start = unfoldedIndex(text, folded, first.at);
  const end = unfoldedIndex(text, folded, first.at + first.word.length);
  return {
    before: lead(text.slice(0, start)),
    match: oneLine(text.slice(start, end)),
    after: rest(text.slice(end)),
  };
}

/** The place in a text that became this place when it was folded: some letters become two, some pairs become one. */
function unfoldedIndex(text: string, folded: string, index: number): number {
  if (folded.length === text.length) {
    return index;
  }
  let [at, foldedAt] = [0, 0];
  for (const character of text) {
    if (foldedAt >= index) {
      break;
    }
    at += character.length;
    foldedAt += foldText(character).length;
  }
  return at;
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
