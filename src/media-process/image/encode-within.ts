import { stillTooManyBytes } from '../media-failures';
import type { EncodedImage, PicturePlan } from '../media-service';
import { scale } from '../target-size';
import { encodeSmallest } from './encode-smallest';
import { resizeRaw, type RawImage } from './raw-image';

/** By how much a picture's sides shrink at least when it has too many bytes. */
const STEP = 0.85;
/** Pixels of the shorter side below which nothing is left to see. */
const SMALLEST_SIDE = 16;

/**
 * Encodes pixels as small as they can be; what still has more bytes than may be sent is scaled down until it fits.
 * Throws `MediaError` of kind `tooManyBytes` where nothing would be left to see.
 */
export async function encodeWithin(
  pixels: RawImage,
  { formats, maxBytes = Infinity }: Pick<PicturePlan, 'formats' | 'maxBytes'>,
): Promise<EncodedImage> {
  let encoded = await encodeSmallest(pixels, formats);
  let factor = 1;
  while (encoded.bytes.byteLength > maxBytes && Math.min(encoded.width, encoded.height) > SMALLEST_SIDE) {
    // Bytes grow about as pixels do.
    factor *= Math.min(STEP, Math.sqrt(maxBytes / encoded.bytes.byteLength));
    encoded = await encodeSmallest(await resizeRaw(pixels, scale(pixels, factor)), formats);
  }
  if (encoded.bytes.byteLength > maxBytes) {
    throw stillTooManyBytes(encoded, maxBytes);
  }
  return encoded;
}
