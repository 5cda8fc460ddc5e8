import type { Box, Size } from '../../media-process/media-service';
import { isSameSize, scaleBy, type PictureFit } from './picture-fit';

/** A picture at a size, cut into overlapping pieces in reading order. */
export interface Tiling {
  readonly size: Size;
  readonly rows: number;
  readonly columns: number;
  readonly boxes: readonly Box[];
}

/** Pixels that neighbouring pieces share: a few lines of text, so that each line is whole in one of them. */
const OVERLAP = 96;

/** The scales that are tried, the largest first: at nine tenths nothing is lost, and fewer pieces may do. */
const scales = [1, 0.95, 0.9];
/** By what the scale shrinks until there are few enough pieces. */
const STEP = 0.9;
const SMALLEST_SCALE = 0.05;

/**
 * Cuts a picture so that the model looks at each piece as it is. As few pieces as possible, in as few columns as possible:
 * lines of text should not be cut. Undefined where there is nothing to gain, since the model looks at the whole.
 */
export function cutIntoTiles(size: Size, fit: PictureFit, maxCount: number): Tiling | undefined {
  if (isSameSize(fit(size), size)) {
    return undefined;
  }
  let best: Tiling | undefined;
  for (const scale of scales) {
    best = fewer(best, layOut(scaleBy(size, scale), fit));
  }
  for (let scale = STEP * STEP; scale > SMALLEST_SCALE && (best?.boxes.length ?? Infinity) > maxCount; scale *= STEP) {
    best = fewer(best, layOut(scaleBy(size, scale), fit));
  }
  return best && best.boxes.length > 1 && best.boxes.length <= maxCount ? best : undefined;
}

function fewer(best: Tiling | undefined, next: Tiling | undefined): Tiling | undefined {
  return best && (!next || best.boxes.length <= next.boxes.length) ? best : next;
}

/** The layout with the fewest pieces at this size. */
function layOut(size: Size, fit: PictureFit): Tiling | undefined {
  let best: Tiling | undefined;
  for (let columns = 1; columns === 1 || size.width / (columns - 1) > OVERLAP * 4; columns += 1) {
    const width = pieceLength(size.width, columns);
    const height = tallestAt(width, size.height, fit);
    if (height > OVERLAP * 2 || height === size.height) {
      const rows = height >= size.height ? 1 : Math.ceil((size.height - OVERLAP) / (height - OVERLAP));
      best = fewer(best, tile(size, rows, columns));
    }
    if (best && columns >= best.boxes.length) {
      break;
    }
  }
  return best;
}

/** The tallest piece of a width that the model looks at as it is; 0 where there is none. */
function tallestAt(width: number, maxHeight: number, fit: PictureFit): number {
  const isKept = (height: number): boolean => isSameSize(fit({ width, height }), { width, height });
  if (isKept(maxHeight)) {
    return maxHeight;
  }
  let kept = 0;
  let refused = maxHeight;
  while (refused - kept > 1) {
    const middle = Math.floor((kept + refused) / 2);
    if (isKept(middle)) {
      kept = middle;
    } else {
      refused = middle;
    }
  }
  return kept;
}

function tile(size: Size, rows: number, columns: number): Tiling {
  const width = pieceLength(size.width, columns);
  const height = pieceLength(size.height, rows);
  const boxes = Array.from({ length: rows * columns }, (_, index) => ({
    left: pieceStart(size.width, columns, index % columns),
    top: pieceStart(size.height, rows, Math.floor(index / columns)),
    width,
    height,
  }));
  return { size, rows, columns, boxes };
}

function pieceLength(whole: number, count: number): number {
  return Math.ceil((whole + OVERLAP * (count - 1)) / count);
}

function pieceStart(whole: number, count: number, index: number): number {
  return count === 1 ? 0 : Math.round((index * (whole - pieceLength(whole, count))) / (count - 1));
}
