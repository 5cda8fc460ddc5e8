import type { Size } from '../../../src/shared/region';

/** Shades that are left of each channel: fewer of them tell less of what was there. */
const shades = 16;
/** What is so much longer than high is a line of text: its blocks are as high as the line. */
const lineRatio = 3;
const smallestBlock = 24;
const blocksAcross = 5;

/**
 * Pixels of the blocks that a blurred area is reduced to before it is drawn again: larger than letters, so that nothing
 * can be read out of them, and larger still where the area is.
 */
export function blockSize({ width, height }: Size): number {
  const short = Math.min(width, height);
  const isLine = Math.max(width, height) > lineRatio * short;
  return Math.max(smallestBlock, Math.ceil(isLine ? short : short / blocksAcross));
}

export interface Pixels extends Size {
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** One pixel for each block: its average, in few shades. */
export function reduceToBlocks({ data, width, height }: Pixels, block: number): Pixels {
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  // Sums of red, green and blue by their alpha, of alpha, and the count.
  const sums = new Float64Array(columns * rows * 5);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / block) * columns;
    for (let x = 0; x < width; x++) {
      const sum = (row + Math.floor(x / block)) * 5;
      const pixel = (y * width + x) * 4;
      const alpha = data[pixel + 3] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        sums[sum + channel] = (sums[sum + channel] ?? 0) + (data[pixel + channel] ?? 0) * alpha;
      }
      sums[sum + 3] = (sums[sum + 3] ?? 0) + alpha;
      sums[sum + 4] = (sums[sum + 4] ?? 0) + 1;
    }
  }
  const reduced = new Uint8ClampedArray(columns * rows * 4);
  for (let index = 0; index < columns * rows; index++) {
    const [red = 0, green = 0, blue = 0, alpha = 0, count = 1] = sums.subarray(index * 5, index * 5 + 5);
    const weight = alpha || 1;
    reduced.set([shade(red / weight), shade(green / weight), shade(blue / weight), shade(alpha / count)], index * 4);
  }
  return { data: reduced, width: columns, height: rows };
}

function shade(value: number): number {
  return Math.round((value / 255) * (shades - 1)) * (255 / (shades - 1));
}
