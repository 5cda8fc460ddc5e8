/** A range of a text, in UTF-16 units. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
}

/** Stands between the texts of two blocks (U+001F, unit separator): nothing is found across it. */
export const blockEnd = '\u001f';

/** Where a text contains what is looked for, whatever the case of letters and however the words are spaced. */
export function* findText(text: string, query: string): Generator<TextMatch, void> {
  const words = query.trim().split(/\s+/);
  if (words[0] === '') {
    return;
  }
  const pattern = new RegExp(words.map((word) => word.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')).join('\\s+'), 'giu');
  for (const match of text.matchAll(pattern)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}
