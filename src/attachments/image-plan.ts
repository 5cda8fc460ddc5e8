import type { ImagePlan } from '../media-process/media-service';

/** Pixels of a thumbnail's longer side: twice what the tray shows, for dense screens. */
const thumbnailSide = 256;

/** PNG and JPEG are the two formats that every server with vision takes. */
const formats = ['image/png', 'image/jpeg'];

/**
 * How pictures are prepared for the model that will get them. OpenAI scales pictures to fit 2,048 × 2,048 itself, so
 * more pixels would cost bytes and show nothing; the built-in reader gains from every pixel.
 */
export function planImage({ offline }: { readonly offline: boolean }): ImagePlan {
  const side = offline ? 8_192 : 2_048;
  return { maxLongSide: side, maxShortSide: side, formats, thumbnailSide };
}
