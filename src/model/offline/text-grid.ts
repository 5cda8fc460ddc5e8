import type { RecognizedLine, RecognizedWord } from '../../media-process/media-service';

/** Gap between words that separates cells, in characters. */
const CELL_GAP = 3;
/** Empty lines that are kept between lines without numbers. */
const MAX_EMPTY_LINES = 2;

/** Groups of words that stand apart from each other on one line. */
export function columnsOf({ words }: RecognizedLine): readonly (readonly RecognizedWord[])[] {
  const width = characterWidth(words);
  return words.reduce<RecognizedWord[][]>((columns, word) => {
    const current = columns.at(-1);
    const previous = current?.at(-1);
    if (current && previous && word.box.left - rightOf(previous) < CELL_GAP * width) {
      current.push(word);
    } else {
      columns.push([word]);
    }
    return columns;
  }, []);
}

/** Lines of text in which every word stands in the column where it stood in the picture. */
export function gridLines(lines: readonly RecognizedLine[], numbers?: readonly number[]): readonly string[] {
  const words = lines.flatMap((line) => line.words);
  const cell = cellWidth(lines);
  const left = Math.min(...words.map((word) => word.box.left));
  const texts = lines.map((line) =>
    line.words.reduce((text, word) => {
      const column = Math.round((word.box.left - left) / cell);
      const gap = text === '' ? column : Math.max(1, column - text.length);
      return text + ' '.repeat(gap) + word.text;
    }, ''),
  );
  return texts.flatMap((text, index) => [...emptyLinesBefore(lines, index, numbers), text]);
}

function emptyLinesBefore(
  lines: readonly RecognizedLine[],
  index: number,
  numbers: readonly number[] | undefined,
): readonly string[] {
  const [line, previous] = [lines[index], lines[index - 1]];
  if (!line || !previous) {
    return [];
  }
  if (numbers) {
    return Array.from({ length: (numbers[index] ?? 0) - (numbers[index - 1] ?? 0) - 1 }, () => '');
  }
  const pitch = median(lines.slice(1).map((next, place) => next.box.top - (lines[place]?.box.top ?? 0)));
  const skipped = Math.round((line.box.top - previous.box.top) / Math.max(1, pitch)) - 1;
  return Array.from({ length: Math.min(MAX_EMPTY_LINES, Math.max(0, skipped)) }, () => '');
}

/**
 * Pixels from one character to the next: in words that follow each other after one space, from the start of one to the
 * start of the other. The boxes alone are too narrow, since letters do not fill their cells.
 */
function cellWidth(lines: readonly RecognizedLine[]): number {
  const rough = characterWidth(lines.flatMap((line) => line.words));
  const steps = lines.flatMap(({ words }) =>
    words.slice(1).flatMap((word, index) => {
      const previous = words[index];
      const gap = previous ? word.box.left - rightOf(previous) : 0;
      return previous && gap < 2 * rough ? [(word.box.left - previous.box.left) / (previous.text.length + 1)] : [];
    }),
  );
  return Math.max(1, median(steps) || rough);
}

/** Pixels that a character typically takes. */
export function characterWidth(words: readonly RecognizedWord[]): number {
  return Math.max(1, median(words.map((word) => word.box.width / word.text.length)));
}

function rightOf({ box }: RecognizedWord): number {
  return box.left + box.width;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
