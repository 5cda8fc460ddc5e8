import { boundsOf, heightOf, median, overlapAcross, overlapDown, widthOf } from './bounds';
import type { Bounds } from './bounds';
import { cluster, group } from './cluster';
import type { Group } from './cluster';
import type { Marks } from './find-marks';
import { lineAcross, sideBetween } from './find-rules';
import type { Rules } from './find-rules';
import type { GreyImage } from './grey-image';
import { tone } from './tone';
import type { Tone } from './tone';

/** Lines of text that are read together: one size, one background, one column. */
export interface TextBlock extends Bounds {
  /** Pieces of lines; several may stand beside each other. */
  readonly lines: readonly TextLine[];
  /** Pixels: typical height of a mark, roughly from the top of a capital to the baseline. */
  readonly letterHeight: number;
  readonly singleLine: boolean;
  /** Words and parts of words found in it. */
  readonly markCount: number;
}

export interface TextLine extends Bounds {
  readonly tone: Tone;
}

type Line = Group<Bounds> & TextLine;

/** Gap between words of a line, in letter heights. */
const WORD_GAP = 1.4;
/** Gap between lines of a block, in letter heights. */
const LINE_GAP = 1.4;
/** Letters of one line or block differ in height at most by this factor; punctuation is much smaller. */
const LINE_HEIGHT_RATIO = 2.3;
const BLOCK_HEIGHT_RATIO = 1.6;
/** Levels by which the backgrounds of a block's lines may differ. */
const SAME_BACKGROUND = 40;

/** Puts marks together to lines, and lines to blocks. */
export function findBlocks({ marks, rules }: Marks, image: GreyImage): readonly TextBlock[] {
  const letters = marks.filter((mark) => !isSolid(mark, image));
  const rows = cluster(letters, 0, (first, second) => {
    const small = Math.min(heightOf(first), heightOf(second));
    const large = Math.max(heightOf(first), heightOf(second));
    const gap = -overlapAcross(first, second);
    return (
      gap <= WORD_GAP * large &&
      large <= LINE_HEIGHT_RATIO * small &&
      overlapDown(first, second) >= small / 2 &&
      (gap <= 0 ||
        !sideBetween(
          rules,
          (first.top + first.bottom) / 2,
          Math.min(first.right, second.right),
          Math.max(first.left, second.left),
        ))
    );
  });
  const whole = cluster(rows.map(group), 0, punctuationBeside).map((groups) => groups.flatMap((part) => part.parts));
  const lines = whole.map((parts): Line => ({ ...group(parts), tone: tone(boundsOf(parts), image) }));
  const stacked = cluster(lines, LINE_GAP * 110, (first, second) => stackedInBlock(first, second, rules)).map(group);
  return mergeOverlapping(attachBraces(stacked)).map(toBlock);
}

/** A dash, quote or dot is too small to be matched by height: it lies within its line's height, close by. */
function punctuationBeside(first: Bounds, second: Bounds): boolean {
  const [small, line] = heightOf(first) < heightOf(second) ? [first, second] : [second, first];
  return (
    heightOf(line) <= widthOf(line) &&
    -overlapAcross(small, line) <= 1.2 * heightOf(line) &&
    overlapDown(small, line) >= heightOf(small) - 2
  );
}

function stackedInBlock(first: Line, second: Line, rules: Rules): boolean {
  const [small, large] = [heightOf(first), heightOf(second)].sort((a, b) => a - b);
  return (
    small !== undefined &&
    large !== undefined &&
    sameTone(first.tone, second.tone) &&
    large <= BLOCK_HEIGHT_RATIO * small &&
    -overlapDown(first, second) < LINE_GAP * large &&
    overlapAcross(first, second) >= Math.min(widthOf(first), widthOf(second)) / 2 &&
    !lineAcross(rules, between(first, second))
  );
}

/** What lies between a line and the one below it. */
function between(upper: Bounds, lower: Bounds): Bounds {
  return {
    left: Math.max(upper.left, lower.left),
    top: upper.bottom,
    right: Math.min(upper.right, lower.right),
    bottom: lower.top,
  };
}

/** A closing brace has nothing right above it that is indented like it; it belongs to the block that it closes. */
function attachBraces(blocks: readonly Group<Line>[]): readonly Group<Line>[] {
  return blocks
    .toSorted((a, b) => a.top - b.top)
    .reduce<Group<Line>[]>((attached, block) => {
      const [brace] = block.parts;
      const isBrace = brace && block.parts.length === 1 && widthOf(block) <= heightOf(block);
      const place = isBrace
        ? attached.findIndex(
            (other) =>
              overlapAcross(other, block) === widthOf(block) &&
              -overlapDown(other, block) < LINE_GAP * heightOf(block) &&
              other.parts.some((line) => sameTone(line.tone, brace.tone)),
          )
        : -1;
      const closed = attached[place];
      return closed ? attached.with(place, group([...closed.parts, ...block.parts])) : [...attached, block];
    }, []);
}

/** A line number and an indented statement stand beside each other within one block. */
function mergeOverlapping(blocks: readonly Group<Line>[]): readonly (readonly Line[])[] {
  const merged = cluster(
    blocks,
    0,
    (first, second) =>
      overlapAcross(first, second) > 0 &&
      overlapDown(first, second) > 0 &&
      first.parts.some((line) => second.parts.some((other) => sameTone(line.tone, other.tone))),
  );
  const lines = merged.map((parts) => parts.flatMap((part) => part.parts));
  return merged.length < blocks.length ? mergeOverlapping(lines.map(group)) : lines;
}

function sameTone(first: Tone, second: Tone): boolean {
  return first.lightOnDark === second.lightOnDark && Math.abs(first.background - second.background) < SAME_BACKGROUND;
}

function toBlock(lines: readonly Line[]): TextBlock {
  const bounds = boundsOf(lines);
  const marks = lines.flatMap((line) => line.parts);
  const letterHeight = median(marks.map(heightOf));
  return {
    ...bounds,
    lines: lines.map(({ left, top, right, bottom, tone }) => ({ left, top, right, bottom, tone })),
    letterHeight,
    singleLine: heightOf(bounds) < 2 * letterHeight,
    markCount: marks.length,
  };
}

/** A filled square or disc, such as a bullet or an icon; no letter fills so much of its rectangle. */
function isSolid(mark: Bounds, image: GreyImage): boolean {
  const proportion = widthOf(mark) / heightOf(mark);
  if (heightOf(mark) < 6 || proportion < 0.6 || proportion > 1.6) {
    return false;
  }
  const { fill } = tone(mark, image);
  return fill > 0.72;
}
