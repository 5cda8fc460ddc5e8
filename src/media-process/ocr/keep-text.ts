import type { Bounds } from './bounds';
import { boundsOf } from './bounds';
import type { TextBlock } from './find-blocks';
import { fixedWidth, joinSplitWords } from './join-split-words';

export interface ReadWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly bounds: Bounds;
}

export interface ReadLine {
  readonly bounds: Bounds;
  readonly words: readonly ReadWord[];
  /** A single letter or digit with nothing above or below it: text only if something stands beside it. */
  readonly lone: boolean;
}

/** A block whose words are believed less than this on average holds no text. */
const MIN_BLOCK_CONFIDENCE = 45;
/** From here on all of a block's words stay: a doubtful word of a good line is still worth reading. */
const GOOD_BLOCK_CONFIDENCE = 70;
const MIN_WORD_CONFIDENCE = 30;
/** A letter that stands alone is an icon or a corner more often than text. */
const MIN_LONE_CONFIDENCE = 88;
/** A sign without letter or digit at the start of a label is an icon unless it was read beyond doubt. */
const MIN_SIGN_CONFIDENCE = 85;

/** A line as the engine returned it. */
export type EngineLine = Omit<ReadLine, 'lone'>;

/** Leaves out what the engine read into icons, lines and textures. */
export function keepText(lines: readonly EngineLine[], block: TextBlock): readonly ReadLine[] {
  const words = lines.flatMap((line) => line.words).filter((word) => word.text.trim() !== '');
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  const confidence = confidenceOf(lines);
  if (confidence < MIN_BLOCK_CONFIDENCE || (characters < 3 && !believable(words, confidence))) {
    return [];
  }
  const isLabel = block.singleLine;
  const lone = isLabel && characters === 1;
  const width = fixedWidth(lines.map((line) => line.words));
  return lines
    .map((line) =>
      line.words.filter(
        (word, index) =>
          word.text.trim() !== '' &&
          (confidence >= GOOD_BLOCK_CONFIDENCE || word.confidence >= MIN_WORD_CONFIDENCE) &&
          !(isLabel && index === 0 && isIcon(word)),
      ),
    )
    .filter((kept) => kept.length > 0)
    .map((kept) => ({
      bounds: boundsOf(kept.map((word) => word.bounds)),
      words: width === undefined ? kept : joinSplitWords(kept, width).map(straightenQuotes),
      lone,
    }));
}

/** Everything that the engine read, believed or not. */
export function keepAll(lines: readonly EngineLine[]): readonly ReadLine[] {
  return lines
    .map(({ words }) => words.filter((word) => word.text.trim() !== ''))
    .filter((words) => words.length > 0)
    .map((words) => ({
      bounds: boundsOf(words.map((word) => word.bounds)),
      words: words.map(straightenQuotes),
      lone: false,
    }));
}

/** The engine prefers the curved quotes of books; in fixed-width type they are straight. */
function straightenQuotes(word: ReadWord): ReadWord {
  return { ...word, text: word.text.replaceAll(/[‘’]+/g, "'").replaceAll(/[“”]/g, '"') };
}

/** How much the engine believes what it read, from 0 to 100, by characters; 0 for nothing. */
export function confidenceOf(lines: readonly EngineLine[]): number {
  const words = lines.flatMap((line) => line.words).filter((word) => word.text.trim() !== '');
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, characters);
}

function believable(words: readonly ReadWord[], confidence: number): boolean {
  return confidence >= MIN_LONE_CONFIDENCE && words.every((word) => /[\p{L}\p{N}]/u.test(word.text));
}

function isIcon({ text, confidence }: ReadWord): boolean {
  return confidence < MIN_SIGN_CONFIDENCE && text.length <= 2 && !/[\p{L}\p{N}]/u.test(text);
}
