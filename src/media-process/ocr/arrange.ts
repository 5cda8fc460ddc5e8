import type { Box, RecognizedLine } from '../media-service';
import { boundsOf, heightOf, median, overlapAcross, overlapDown } from './bounds';
import type { Bounds } from './bounds';
import { cluster } from './cluster';
import type { ReadLine } from './keep-text';
import type { PageRules } from './page-rules';
import { readingOrder } from './reading-order';

/** A line of text as far as it belongs together on one row. */
interface Row extends Bounds {
  readonly line: ReadLine;
  /** Pieces that were joined. */
  readonly cells: number;
}

/** Gap across which the cells of a table row, or a line number and its line, are one line; in line heights. */
const CELL_GAP = 12;
/** Distance of the line above or below a table row, in line heights; cells between such lines may be far apart. */
const RULE_DISTANCE = 2.5;
/** A line with more characters than this is prose: two of them side by side are two columns. */
const PROSE_LENGTH = 30;
/** Gap between lines of one block, in line heights. */
const BLOCK_GAP = 4;

/** Joins what stands on one row, puts rows into reading order, and numbers the blocks they form. */
export function arrange(lines: readonly ReadLine[], rules: PageRules): readonly RecognizedLine[] {
  const rows = lines.map((line): Row => ({ ...line.bounds, line, cells: 1 }));
  const joined = cluster(rows, 0, (first, second) => onOneRow(first, second, rules))
    .map(joinRow)
    .filter((row) => !row.line.lone);
  const ordered = readingOrder(joined);
  let block = 0;
  return ordered.map((row, index) => {
    const previous = ordered[index - 1];
    block += previous && !continues(previous, row, rules) ? 1 : 0;
    return toRecognizedLine(row.line, block);
  });
}

function onOneRow(first: Row, second: Row, rules: PageRules): boolean {
  const height = Math.max(heightOf(first), heightOf(second));
  const gap = -overlapAcross(first, second);
  const middle = (first.top + first.bottom) / 2;
  const apart = Math.abs(middle - (second.top + second.bottom) / 2);
  return (
    apart <= height * 0.4 &&
    height <= 2 * Math.min(heightOf(first), heightOf(second)) &&
    (gap <= CELL_GAP * height || betweenLines(first, second, rules)) &&
    !(isProse(first) && isProse(second)) &&
    !rules.divide(middle, Math.min(first.right, second.right), Math.max(first.left, second.left))
  );
}

/** Whether a line above or below both says that they are one row. */
function betweenLines(first: Row, second: Row, rules: PageRules): boolean {
  const { left, top, right, bottom } = boundsOf([first, second]);
  const reach = RULE_DISTANCE * Math.max(heightOf(first), heightOf(second));
  return (
    rules.span({ left, top: top - reach, right, bottom: top }) ||
    rules.span({ left, top: bottom, right, bottom: bottom + reach })
  );
}

function isProse({ line }: Row): boolean {
  return textOf(line).length > PROSE_LENGTH;
}

function joinRow(parts: readonly Row[]): Row {
  const words = parts.flatMap((part) => part.line.words).toSorted((a, b) => a.bounds.left - b.bounds.left);
  const bounds = boundsOf(parts);
  return {
    ...bounds,
    cells: parts.length,
    line: { bounds, words, lone: parts.length === 1 && parts.every((part) => part.line.lone) },
  };
}

/** A line across ends a block, unless it is one of those between the rows of a table. */
function continues(previous: Row, next: Row, rules: PageRules): boolean {
  const gap = -overlapDown(previous, next);
  const between = {
    left: Math.max(previous.left, next.left),
    top: previous.bottom,
    right: Math.min(previous.right, next.right),
    bottom: next.top,
  };
  return (
    next.top > previous.top &&
    gap <= BLOCK_GAP * Math.max(heightOf(previous), heightOf(next)) &&
    overlapAcross(previous, next) > -heightOf(previous) * BLOCK_GAP &&
    (areTableRows(previous, next) || !rules.cross(between))
  );
}

function areTableRows(first: Row, second: Row): boolean {
  return Math.min(first.cells, second.cells) > 1 && Math.abs(first.cells - second.cells) <= 1;
}

function textOf({ words }: ReadLine): string {
  return words.map((word) => word.text).join(' ');
}

function toRecognizedLine(line: ReadLine, block: number): RecognizedLine {
  return {
    text: textOf(line),
    confidence: Math.round(median(line.words.map((word) => word.confidence))),
    block,
    box: toBox(line.bounds),
    words: line.words.map(({ text, confidence, bounds }) => ({
      text,
      confidence: Math.round(confidence),
      box: toBox(bounds),
    })),
  };
}

function toBox({ left, top, right, bottom }: Bounds): Box {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { left: round(left), top: round(top), width: round(right - left), height: round(bottom - top) };
}
