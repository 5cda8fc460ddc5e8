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

export interface MarkedPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text in the parts that are one of the folded words and those that are not; together they are the whole text. */
export function markWords(text: string, words: readonly string[]): readonly MarkedPart[] {
  const folded = foldText(text);
  const parts: MarkedPart[] = [];
  let end = 0;
  const add = (to: number, isMatch: boolean): void => {
    if (to > end) {
      parts.push({ text: text.slice(end, to), isMatch });
      end = to;
    }
  };
  for (const place of joined(words.flatMap((word) => placesOf(word, folded)))) {
    add(unfoldedIndex(text, folded, place.start), false);
    add(unfoldedIndex(text, folded, place.end), true);
  }
  add(text.length, false);
  return parts;
}

/** The place in a text that became this place when it was folded: some letters become two, some pairs become one. */
export function unfoldedIndex(text: string, folded: string, index: number): number {
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

interface Span {
  readonly start: number;
  readonly end: number;
}

function placesOf(word: string, folded: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) {
    places.push({ start, end: start + word.length });
  }
  return places;
}

/** In the order of the text, those that overlap or touch as one. */
function joined(places: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    const before = spans.at(-1);
    if (before && place.start <= before.end) {
      spans[spans.length - 1] = { start: before.start, end: Math.max(before.end, place.end) };
    } else {
      spans.push(place);
    }
  }
  return spans;
}
