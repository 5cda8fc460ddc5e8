import { boundsOf, median, widthOf } from './bounds';
import type { Bounds } from './bounds';

interface Word {
  readonly text: string;
  readonly confidence: number;
  readonly bounds: Bounds;
}

/** A gap narrower than this part of a character is none: most of the cell of a dot is empty, and a space adds a whole. */
const NO_GAP = 0.95;
/** Part of the words that must agree, and how closely, in parts of a character. */
const AGREEING_WORDS = 0.8;
const MAX_DEVIATION = 0.08;
const ENOUGH_WORDS = 6;
/** Width of a space, in characters, that only fixed-width type has. */
const MIN_SPACE = 0.9;
/** Characters of words that are long enough to be measured. */
const LONG_WORD = 4;

/**
 * Pixels of a character where all are equally wide, as long words show and spaces confirm: in proportional type a space
 * is about half a character. Undefined elsewhere.
 */
export function fixedWidth(lines: readonly (readonly Word[])[]): number | undefined {
  const widths = lines.flat().filter(isLong).map(characterWidth);
  const typical = median(widths);
  const agreeing = widths.filter((width) => isNear(width, typical));
  const spaces = lines.flatMap((words) => words.slice(1).map((word, index) => gapBefore(word, words[index])));
  const isFixed =
    widths.length >= ENOUGH_WORDS &&
    agreeing.length >= widths.length * AGREEING_WORDS &&
    median(spaces) >= MIN_SPACE * typical;
  return isFixed ? typical : undefined;
}

/**
 * Puts words of a line in fixed-width type together again that were split where there is no space, as in
 * `lines. reduce`. A heading above a listing is left alone.
 */
export function joinSplitWords(words: readonly Word[], width: number): readonly Word[] {
  const long = words.filter(isLong);
  if (long.filter((word) => isNear(characterWidth(word), width)).length < long.length * AGREEING_WORDS) {
    return words;
  }
  return words.reduce<Word[]>((joined, word) => {
    const previous = joined.at(-1);
    if (!previous || gapBefore(word, previous) > NO_GAP * width) {
      return [...joined, word];
    }
    const whole: Word = {
      text: previous.text + word.text,
      confidence: Math.min(previous.confidence, word.confidence),
      bounds: boundsOf([previous.bounds, word.bounds]),
    };
    return [...joined.slice(0, -1), whole];
  }, []);
}

function gapBefore(word: Word, previous: Word | undefined): number {
  return word.bounds.left - (previous?.bounds.right ?? 0);
}

function isLong({ text }: Word): boolean {
  return text.length >= LONG_WORD;
}

function isNear(width: number, typical: number): boolean {
  return Math.abs(width - typical) <= typical * MAX_DEVIATION;
}

function characterWidth({ text, bounds }: Word): number {
  return widthOf(bounds) / text.length;
}
