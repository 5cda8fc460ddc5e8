import type { Size } from '../media-service';
import type { OpenPicture } from './open-picture';
import { resizeRaw, withDecodeErrors, withoutNeedlessAlpha, type RawImage } from './raw-image';

/** A picture of a format that sharp does not read: decoded in whole, then scaled. */
export function openDecoded(
  { mediaType, width, height }: Size & { readonly mediaType: string },
  decode: () => RawImage | Promise<RawImage>,
): OpenPicture {
  return {
    mediaType,
    width,
    height,
    vector: false,
    plain: false,
    turned: false,
    decode: (size) => withDecodeErrors(async () => withoutNeedlessAlpha(await resizeRaw(await decode(), size))),
  };
}
