import type { Bounds } from './bounds';
import { heightOf, widthOf } from './bounds';
import type { GreyImage } from './grey-image';
import { findRules, lineOnRow } from './find-rules';
import type { Rules } from './find-rules';

/** What stands out in a picture: words and parts of words, icons, and the straight lines that divide it. */
export interface Marks {
  readonly marks: readonly Bounds[];
  readonly rules: Rules;
}

/** Difference of brightness between neighbours that makes an edge: above JPEG noise, below pale grey text. */
const EDGE = 24;
/** Pixels between letters of a word. */
const LETTER_GAP = 9;
/** Rows between the parts of a letter, such as the dot of an i. */
const DOT_GAP = 3;

const MIN_HEIGHT = 3;
const MAX_HEIGHT = 110;

/** Finds marks by the edges in the picture, whatever the colours of text and background are. */
export function findMarks(image: GreyImage): Marks {
  const rules = findRules(image);
  const ink = joinLetters(findEdges(image, rules), rules, image);
  return { marks: connected(ink, image).filter((mark) => isPlausible(mark) && !isOutline(mark, rules)), rules };
}

function isPlausible(mark: Bounds): boolean {
  const height = heightOf(mark);
  return height >= MIN_HEIGHT && height <= MAX_HEIGHT && widthOf(mark) >= 2 && height <= widthOf(mark) * 12;
}

/** The rounded end of a button or field: lines go on from its top and from its bottom, to the same side. */
function isOutline({ left, top, right, bottom }: Bounds, rules: Rules): boolean {
  const goesOn = (row: number, from: number, to: number): boolean =>
    [row - 2, row - 1, row, row + 1].some((y) => lineOnRow(rules, y, from, to));
  return [
    [left - 3, left],
    [right, right + 3],
  ].some(([from = 0, to = 0]) => goesOn(top, from, to) && goesOn(bottom, from, to));
}

function findEdges({ data, width, height }: GreyImage, rules: Rules): Uint8Array {
  const edges = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const value = data[index] ?? 0;
      const right = x + 1 < width ? (data[index + 1] ?? 0) : value;
      const below = y + 1 < height ? (data[index + width] ?? 0) : value;
      const across = rules.vertical[index] === 0 && Math.abs(value - right) > EDGE;
      const down = rules.horizontal[index] === 0 && Math.abs(value - below) > EDGE;
      edges[index] = across || down ? 1 : 0;
    }
  }
  return edges;
}

/** Fills the gaps between letters along each row, but not across a vertical line. */
function joinLetters(edges: Uint8Array, rules: Rules, { width, height }: GreyImage): Uint8Array {
  const joined = edges.slice();
  for (let y = 0; y < height; y += 1) {
    let last = Number.NEGATIVE_INFINITY;
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      if (rules.vertical[index] !== 0) {
        last = Number.NEGATIVE_INFINITY;
      } else if (edges[index] === 1) {
        if (x - last <= LETTER_GAP) {
          joined.fill(1, y * width + last, index);
        }
        last = x;
      }
    }
  }
  return joined;
}

/** Rectangles around connected pixels. Consumes `ink`. */
function connected(ink: Uint8Array, { width, height }: GreyImage): Bounds[] {
  const found: Bounds[] = [];
  const pending: number[] = [];
  const visit = (x: number, y: number): void => {
    if (x >= 0 && y >= 0 && x < width && y < height && ink[y * width + x] === 1) {
      ink[y * width + x] = 0;
      pending.push(y * width + x);
    }
  };
  for (let start = 0; start < ink.length; start += 1) {
    visit(start % width, Math.floor(start / width));
    if (pending.length === 0) {
      continue;
    }
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const x = index % width;
      const y = (index - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let step = 1; step <= DOT_GAP; step += 1) {
        visit(x, y - step);
        visit(x, y + step);
      }
      for (const beside of [x - 1, x + 1]) {
        visit(beside, y - 1);
        visit(beside, y);
        visit(beside, y + 1);
      }
    }
    found.push({ left, top, right, bottom });
  }
  return found;
}
