import type { RecognizedLine } from '../../media-process/media-service';
import { characterWidth } from './text-grid';

export interface NumberedLines {
  /** Lines above the listing that have no number. */
  readonly before: readonly RecognizedLine[];
  /** The listing without its numbers, which are beside it; a line may be empty. */
  readonly numbered?: { readonly lines: readonly RecognizedLine[]; readonly numbers: readonly number[] };
}

const MIN_LINES = 3;
/** Share of the lines from the first number on that must go on counting. */
const COUNTING_SHARE = 0.7;

/** Takes the line numbers off a code listing: they belong to the editor, not to the code. */
export function splitLineNumbers(lines: readonly RecognizedLine[]): NumberedLines {
  const numbers = lines.map(numberOf);
  const start = numbers.findIndex((number, index) => {
    const next = numbers[index + 1];
    return number !== undefined && next !== undefined && next > number && next <= number + 2;
  });
  const listing = lines.slice(start);
  const counting = numbers.slice(start).filter((number) => number !== undefined);
  const rises = counting.every((number, index) => index === 0 || number > (counting[index - 1] ?? number));
  if (start < 0 || counting.length < MIN_LINES || !rises || counting.length < listing.length * COUNTING_SHARE) {
    return { before: lines };
  }
  const width = characterWidth(listing.flatMap((line) => line.words));
  let last = (counting[0] ?? 1) - 1;
  const filled = listing.map((line) => (last = numberOf(line) ?? last + 1));
  return {
    before: lines.slice(0, start),
    numbered: { lines: listing.map((line) => withoutNumber(line, width)), numbers: filled },
  };
}

/** A number stands apart from the text; the engine may have glued a brace to it, as in `21}`. */
function numberOf({ words }: RecognizedLine): number | undefined {
  const digits = /^(\d{1,5})(?![\w.,:%])/.exec(words[0]?.text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What was glued to the number ends where the word ends, and is as wide as other characters are. */
function withoutNumber(line: RecognizedLine, characterWidth: number): RecognizedLine {
  const [first, ...rest] = line.words;
  if (!first || numberOf(line) === undefined) {
    return line;
  }
  const glued = first.text.replace(/^\d+/, '');
  const width = glued.length * characterWidth;
  const left = first.box.left + first.box.width - width;
  const words = glued === '' ? rest : [{ ...first, text: glued, box: { ...first.box, left, width } }, ...rest];
  return { ...line, text: words.map((word) => word.text).join(' '), words };
}
