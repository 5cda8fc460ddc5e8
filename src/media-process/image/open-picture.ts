import { imageMediaType } from '../media-type/image-media-type';
import type { FrameFacts } from '../../shared/attachment/attachment';
import { MAX_IMAGE_BYTES } from '../../shared/limits';
import { emptyPicture, tooManyBytes, unsupportedPicture } from '../media-failures';
import type { Size } from '../media-service';
import { openApng } from './apng/open-apng';
import { openBitmap } from './bitmap/open-bitmap';
import { openHeic } from './heic/open-heic';
import { openIcon } from './icon/open-icon';
import { openWithSharp } from './open-with-sharp';
import type { RawImage } from './raw-image';
import { unpackSvg } from './unpack-svg';

/** A picture whose header was read and is within the limits; no pixel was decoded yet. */
export interface OpenPicture extends Size {
  readonly mediaType: string;
  /** Drawn at any size. */
  readonly vector: boolean;
  /** Upright, one frame, 8-bit sRGB or grey without a profile: nothing has to be done to its pixels. */
  readonly plain: boolean;
  /** Its pixels are stored lying or mirrored, and EXIF says how. */
  readonly turned: boolean;
  /** Of an animation or a document of several pages. */
  readonly frames?: FrameFacts;
  /** The pixels of a frame or page, counted from 0, at a size; upright. Throws `MediaError`. */
  decode(size: Size, frame?: number): Promise<RawImage>;
}

/** Reads what a picture is, how large and of how many frames. Throws `MediaError` for what can't or must not be decoded. */
export async function openPicture(source: Uint8Array): Promise<OpenPicture> {
  if (source.byteLength === 0) {
    throw emptyPicture();
  }
  if (source.byteLength > MAX_IMAGE_BYTES) {
    throw tooManyBytes(source.byteLength);
  }
  // Told by the bytes: each decoder gets only what it is for.
  const mediaType = imageMediaType(source);
  switch (mediaType) {
    case undefined:
      throw unsupportedPicture();
    case 'image/apng':
      return openApng(source);
    case 'image/bmp':
      return openBitmap(source);
    case 'image/x-icon':
      return openIcon(source);
    case 'image/heic':
      return openHeic(source);
    case 'image/svg+xml':
      return openWithSharp(unpackSvg(source), mediaType);
    default:
      return openWithSharp(source, mediaType);
  }
}
