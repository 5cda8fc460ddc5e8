import type { Box, RecognizedText } from '../../media-process/media-service';
import type { Region } from '../../shared/region';

/** The text of a picture in one piece, with where each word of it stands. */
export interface Joined {
  readonly text: string;
  readonly words: readonly JoinedWord[];
}

interface JoinedWord {
  readonly start: number;
  readonly end: number;
  /** Counted from 0. */
  readonly line: number;
  readonly box: Box;
}

/** Of the height of a line: letters stand out a little from where they were found. */
const margin = 0.2;

/** Without spaces, the lines of a block follow each other without a break; blocks never do. */
export function joinWords(
  { lines: believed, doubtful: lines = believed }: RecognizedText,
  { withSpaces }: { readonly withSpaces: boolean },
): Joined {
  const words: JoinedWord[] = [];
  let text = '';
  for (const [index, line] of lines.entries()) {
    const isNewBlock = index > 0 && lines[index - 1]?.block !== line.block;
    text += index > 0 && (withSpaces || isNewBlock) ? '\n' : '';
    for (const [position, word] of line.words.entries()) {
      text += withSpaces && position > 0 ? ' ' : '';
      words.push({ start: text.length, end: text.length + word.text.length, line: index, box: word.box });
      text += word.text;
    }
  }
  return { text, words };
}

/** What the words cover in which a part of the text stands: one area for each line. */
export function areasOf(
  { words }: Joined,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Region[] {
  const lines = new Map<number, readonly Box[]>();
  for (const word of words) {
    if (word.start < end && start < word.end) {
      lines.set(word.line, [...(lines.get(word.line) ?? []), word.box]);
    }
  }
  return [...lines.values()].map(around);
}

function around(boxes: readonly Box[]): Region {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  const more = Math.ceil((bottom - top) * margin);
  return {
    left: Math.max(0, Math.floor(left) - more),
    top: Math.max(0, Math.floor(top) - more),
    width: Math.ceil(right - Math.floor(left)) + 2 * more,
    height: Math.ceil(bottom - Math.floor(top)) + 2 * more,
  };
}
