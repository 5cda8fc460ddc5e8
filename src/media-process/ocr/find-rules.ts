import type { Bounds } from './bounds';
import type { GreyImage } from './grey-image';

/** Pixels that belong to straight lines: borders of panels, cards, tables and fields. One byte for each pixel. */
export interface Rules {
  /** Edges between left and right: `RULE` or `BOX_SIDE`, else 0. */
  readonly vertical: Uint8Array;
  /** Edges between top and bottom: `RULE`, else 0. */
  readonly horizontal: Uint8Array;
  readonly width: number;
}

/** A line long enough to divide a page. */
const RULE = 1;
/** The side of a small box, such as a button or a field. */
const BOX_SIDE = 2;

/** Difference of brightness of the palest borders that divide a page. */
const RULE_EDGE = 6;
/** Longer than the stem of a large letter. */
const MIN_VERTICAL = 64;
/** As high as the smallest field; shorter ones would be stems of letters between two lines. */
const MIN_BOX_SIDE = 16;
/** Part of a width that a line must cover to span it. */
const SPANNING_SHARE = 0.95;
/** Pixels by which a side ends before the lines above and below it: the radius of a rounded corner. */
const CORNER = 6;
/** Longer than a dash. */
const MIN_HORIZONTAL = 48;

export function findRules(image: GreyImage): Rules {
  const { data, width, height } = image;
  const vertical = new Uint8Array(width * height);
  const horizontal = new Uint8Array(width * height);
  const differs = (index: number, other: number): boolean =>
    Math.abs((data[index] ?? 0) - (data[other] ?? 0)) > RULE_EDGE;
  for (let y = 0; y + 1 < height; y += 1) {
    for (const { start, end } of runs(width, (x) => differs(y * width + x, (y + 1) * width + x))) {
      if (end - start >= MIN_HORIZONTAL) {
        horizontal.fill(RULE, y * width + start, y * width + end);
      }
    }
  }
  const endsAtLine = (x: number, y: number): boolean => {
    for (let row = Math.max(0, y - CORNER); row <= Math.min(height - 1, y + CORNER); row += 1) {
      const start = row * width;
      if (horizontal.subarray(start + Math.max(0, x - CORNER), start + Math.min(width, x + CORNER)).includes(RULE)) {
        return true;
      }
    }
    return false;
  };
  for (let x = 0; x + 1 < width; x += 1) {
    for (const { start, end } of runs(height, (y) => differs(y * width + x, y * width + x + 1))) {
      const isRule = end - start >= MIN_VERTICAL;
      if (isRule || (end - start >= MIN_BOX_SIDE && endsAtLine(x, start) && endsAtLine(x, end))) {
        for (let y = start; y < end; y += 1) {
          vertical[y * width + x] = isRule ? RULE : BOX_SIDE;
        }
      }
    }
  }
  return { vertical, horizontal, width };
}

/** Whether the side of a box, or a line that divides the page, lies between two columns on a row. */
export function sideBetween(rules: Rules, row: number, left: number, right: number): boolean {
  return columns(rules.vertical, rules, row, left, right).some((value) => value !== 0);
}

/** Whether a line that divides the page lies between two columns on a row. */
export function ruleBetween(rules: Rules, row: number, left: number, right: number): boolean {
  return columns(rules.vertical, rules, row, left, right).includes(RULE);
}

/** Whether a horizontal line passes between two columns on a row. */
export function lineOnRow(rules: Rules, row: number, left: number, right: number): boolean {
  return columns(rules.horizontal, rules, row, left, right).includes(RULE);
}

/** Whether a horizontal line passes between two columns on one of the rows from `top` up to `bottom`. */
export function lineAcross(rules: Rules, bounds: Bounds): boolean {
  for (let row = Math.floor(bounds.top); row < bounds.bottom; row += 1) {
    if (lineOnRow(rules, row, bounds.left, bounds.right)) {
      return true;
    }
  }
  return false;
}

/** Whether a horizontal line goes nearly all the way from the left to the right of the area. */
export function lineSpans(rules: Rules, bounds: Bounds): boolean {
  for (let row = Math.floor(bounds.top); row < bounds.bottom; row += 1) {
    const pixels = columns(rules.horizontal, rules, row, bounds.left, bounds.right);
    const covered = pixels.reduce((count, value) => count + (value === RULE ? 1 : 0), 0);
    if (pixels.length > 0 && covered >= pixels.length * SPANNING_SHARE) {
      return true;
    }
  }
  return false;
}

function columns(pixels: Uint8Array, { width }: Rules, row: number, left: number, right: number): Uint8Array {
  const start = Math.round(row) * width;
  return pixels.subarray(start + Math.max(0, Math.floor(left)), start + Math.min(width, Math.ceil(right)));
}

/** Stretches of positions that are edges. */
function* runs(length: number, isEdge: (position: number) => boolean): Generator<{ start: number; end: number }> {
  let start = 0;
  for (let position = 0; position <= length; position += 1) {
    if (position < length && isEdge(position)) {
      continue;
    }
    if (position > start) {
      yield { start, end: position };
    }
    start = position + 1;
  }
}
