import type { Size } from '../../media-process/media-service';
import type { PictureFit } from './picture-fit';

/**
 * How many times as long as wide, or as wide as long, a picture is that was never meant to be seen at once: pages that
 * were scrolled and rows of screens. Phones (20:9) and wide screens (21:9) stay below.
 */
const EXTREME_ASPECT = 2.5;

/**
 * The scale at which small text is still read. Of words in sans serif at 13, 14 and 16 pixels, the offline engine read
 * 98.6, 100 and 100 % at 0.7 of their size, 89.4, 96.8 and 100 % at 0.6, and 31.5, 75.5 and 93.1 % at half.
 */
const READABLE_SCALE = 0.7;

/** Whether text in a picture would be squeezed if the whole of it were made to fit. */
export function needsTiles(size: Size, fit: PictureFit): boolean {
  const aspect = Math.max(size.width, size.height) / Math.min(size.width, size.height);
  return aspect > EXTREME_ASPECT && fit(size).width / size.width < READABLE_SCALE;
}
