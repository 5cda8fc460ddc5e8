import { stripGif } from './strip-metadata/strip-gif';
import { stripJpeg } from './strip-metadata/strip-jpeg';
import { stripPng } from './strip-metadata/strip-png';
import { stripWebp } from './strip-metadata/strip-webp';

/**
 * A picture's own bytes without EXIF, places, comments, previews and whatever was appended; no pixel is encoded anew, and
 * colour profiles stay. Undefined for formats and files whose parts can't be told apart.
 */
export function stripMetadata(source: Uint8Array, mediaType: string): Uint8Array | undefined {
  try {
    switch (mediaType) {
      case 'image/png':
      case 'image/apng':
        return stripPng(source);
      case 'image/jpeg':
        return stripJpeg(source);
      case 'image/webp':
        return stripWebp(source);
      case 'image/gif':
        return stripGif(source);
      default:
        return undefined;
    }
  } catch (error) {
    if (error instanceof RangeError) {
      // A length pointed beyond the end.
      return undefined;
    }
    throw error;
  }
}
