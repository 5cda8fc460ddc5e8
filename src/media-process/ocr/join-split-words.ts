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

/** Whether long words show that all characters are equally wide. */
export function isMonospaced(words: readonly Word[]): boolean {
  const widths = words.filter((word) => word.text.length >= 4).map(characterWidth);
  const typical = median(widths);
  const agreeing = widths.filter((width) => Math.abs(width - typical) <= typical * MAX_DEVIATION);
  return widths.length >= ENOUGH_WORDS && agreeing.length >= widths.length * AGREEING_WORDS;
}

/** Puts words in fixed-width type together again that were split where there is no space, such as `lines. reduce`. */
export function joinSplitWords(words: readonly Word[]): readonly Word[] {
  const narrow = NO_GAP * median(words.map(characterWidth));
  return words.reduce<Word[]>((joined, word) => {
    const previous = joined.at(-1);
    if (!previous || word.bounds.left - previous.bounds.right > narrow) {
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

function characterWidth({ text, bounds }: Word): number {
  return widthOf(bounds) / text.length;
}
