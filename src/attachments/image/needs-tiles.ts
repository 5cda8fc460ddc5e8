import type { Size } from '../../media-process/media-service';
import type { PictureFit } from './picture-fit';

/** How many times as long as wide, or as wide as long, a picture is that was never meant to be seen at once. */
const EXTREME_ASPECT = 2.5;

/** The scale at which small text is still read. */
const READABLE_SCALE = 0.6;

/** Whether text in a picture would be squeezed if the whole of it were made to fit. */
export function needsTiles(size: Size, fit: PictureFit): boolean {
  const aspect = Math.max(size.width, size.height) / Math.min(size.width, size.height);
  return aspect > EXTREME_ASPECT && fit(size).width / size.width < READABLE_SCALE;
}
