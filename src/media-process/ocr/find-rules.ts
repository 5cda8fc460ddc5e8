import type { GreyImage } from './grey-image';

/** Pixels that belong to straight lines: borders of panels, cards and tables. One byte for each pixel, 0 or 1. */
export interface Rules {
  /** Edges between left and right. */
  readonly vertical: Uint8Array;
  /** Edges between top and bottom. */
  readonly horizontal: Uint8Array;
  readonly width: number;
}

/** Lines found in a smaller version of the picture. */
export interface ScaledRules {
  readonly rules: Rules;
  /** Width of that version divided by the picture's. */
  readonly factor: number;
}

/** Difference of brightness of the palest borders that divide a page. */
const RULE_EDGE = 6;
/** Longer than the stem of a large letter. */
const MIN_VERTICAL = 64;
/** Longer than a dash. */
const MIN_HORIZONTAL = 48;

export function findRules(image: GreyImage): Rules {
  const { data, width, height } = image;
  const vertical = new Uint8Array(width * height);
  const horizontal = new Uint8Array(width * height);
  const differs = (index: number, other: number): boolean =>
    Math.abs((data[index] ?? 0) - (data[other] ?? 0)) > RULE_EDGE;
  for (let x = 0; x + 1 < width; x += 1) {
    markRuns(
      height,
      MIN_VERTICAL,
      (y) => y * width + x,
      (index) => differs(index, index + 1),
      vertical,
    );
  }
  for (let y = 0; y + 1 < height; y += 1) {
    markRuns(
      width,
      MIN_HORIZONTAL,
      (x) => y * width + x,
      (index) => differs(index, index + width),
      horizontal,
    );
  }
  return { vertical, horizontal, width };
}

/** Whether a vertical line lies between two columns on a row. */
export function ruleBetween(rules: Rules, row: number, left: number, right: number): boolean {
  const start = Math.round(row) * rules.width;
  return rules.vertical.subarray(start + Math.floor(left), start + Math.ceil(right)).includes(1);
}

/** Whether a horizontal line passes between two columns on a row. */
export function lineOnRow(rules: Rules, row: number, left: number, right: number): boolean {
  const start = row * rules.width;
  return rules.horizontal.subarray(start + Math.max(0, left), start + Math.min(rules.width, right)).includes(1);
}

function markRuns(
  length: number,
  minimum: number,
  indexAt: (position: number) => number,
  isEdge: (index: number) => boolean,
  marks: Uint8Array,
): void {
  let start = 0;
  for (let position = 0; position <= length; position += 1) {
    if (position < length && isEdge(indexAt(position))) {
      continue;
    }
    if (position - start >= minimum) {
      for (let inside = start; inside < position; inside += 1) {
        marks[indexAt(inside)] = 1;
      }
    }
    start = position + 1;
  }
}
