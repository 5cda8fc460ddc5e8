import { ascii, startsWith } from '../../util/bytes';
import { isobmffPicture } from './isobmff-picture';
import { isSvg, isSvgz } from './is-svg';

const beginnings: readonly (readonly [magic: readonly number[], mediaType: string])[] = [
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  // TIFF with 64-bit offsets.
  [[0x49, 0x49, 0x2b, 0x00, 0x08, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2b, 0x00, 0x08], 'image/tiff'],
  [[0x00, 0x00, 0x01, 0x00], 'image/x-icon'],
];

/** The media type of a picture that can be attached. */
export function imageMediaType(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return isAnimatedPng(bytes) ? 'image/apng' : 'image/png';
  }
  if (ascii(bytes, 0, 6) === 'GIF87a' || ascii(bytes, 0, 6) === 'GIF89a') {
    return 'image/gif';
  }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') {
    return 'image/webp';
  }
  const type = beginnings.find(([magic]) => startsWith(bytes, magic))?.[1] ?? isobmffPicture(bytes);
  if (type !== undefined) {
    return type;
  }
  if (isBitmap(bytes)) {
    return 'image/bmp';
  }
  return isSvg(bytes) || isSvgz(bytes) ? 'image/svg+xml' : undefined;
}

/** The chunk that announces frames stands before the pixels (APNG specification). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const type = ascii(bytes, offset + 4, offset + 8);
    if (type === 'acTL' || type === 'IDAT') {
      return type === 'acTL';
    }
    offset += 12 + view.getUint32(offset);
  }
  return false;
}

/** Sizes of the header that follows the file header, of every version. */
const bitmapHeaderSizes = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** "BM" may begin a text; zeros after it, or a header of a known size, are in a picture only. */
function isBitmap(bytes: Uint8Array): boolean {
  return (
    ascii(bytes, 0, 2) === 'BM' &&
    (startsWith(bytes, [0, 0, 0, 0], 6) || (startsWith(bytes, [0, 0, 0], 15) && bitmapHeaderSizes.has(bytes[14] ?? 0)))
  );
}
