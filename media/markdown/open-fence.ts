import { markdownParser } from './parser';

/** A fenced code block at the start of a text, whose end has not come yet. */
export interface OpenFence {
  readonly language: string;
  /** Matches a line that ends the block. */
  readonly closing: RegExp;
  /** Where its code begins. */
  readonly codeStart: number;
  /** Where the first line begins that was not searched for the end yet. */
  readonly searchedTo: number;
}

/**
 * A quick way for the longest block there is: a long file need not be parsed again with every piece of it that comes.
 *
 * @param known what an earlier call found for the same text when it was shorter
 * @returns nothing when the text does not start with an unindented fence, or when the fence is closed
 */
export function openFence(text: string, known = startOfFence(text)): OpenFence | undefined {
  if (!known) {
    return undefined;
  }
  let start = known.searchedTo;
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    if (known.closing.test(text.slice(start, end))) {
      return undefined;
    }
    start = end + 1;
  }
  return { ...known, searchedTo: start };
}

/** The code as far as it can be shown: without a last line that may turn out to be the closing fence. */
export function openFenceCode(text: string, fence: OpenFence): string {
  const lastLine = text.slice(fence.searchedTo);
  const end = /^ {0,3}(?:`+|~+)?[ \t]*$/.test(lastLine) ? fence.searchedTo : text.length;
  return text.slice(fence.codeStart, end).replace(/\n$/, '');
}

function startOfFence(text: string): OpenFence | undefined {
  const opening = /^(`{3,}|~{3,})([^\n]*)\n/.exec(text);
  const marker = opening?.[1];
  if (!opening || marker === undefined) {
    return undefined;
  }
  const codeStart = opening[0].length;
  return {
    language: markdownParser.utils.unescapeAll(opening[2]?.trim().split(/\s/)[0] ?? ''),
    closing: new RegExp(`^ {0,3}${marker.slice(0, 1)}{${marker.length},}[ \\t]*$`),
    codeStart,
    searchedTo: codeStart,
  };
}
