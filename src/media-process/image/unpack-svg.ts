import { gunzipSync } from 'node:zlib';
import { t } from '@vscode/l10n';
import { corruptPicture, drawingTooLarge } from '../media-failures';

/** Bytes of an unpacked drawing: a small gzip file can hold a thousand times its size. */
const MAX_SVG_BYTES = 32 * 1024 * 1024;

/** An SVG as text, unpacked where it is compressed. */
export function unpackSvg(source: Uint8Array): Uint8Array {
  if (source[0] !== 0x1f || source[1] !== 0x8b) {
    return source;
  }
  try {
    return gunzipSync(source, { maxOutputLength: MAX_SVG_BYTES });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw isTooLarge ? drawingTooLarge(MAX_SVG_BYTES) : corruptPicture(t('it does not unpack'));
  }
}
