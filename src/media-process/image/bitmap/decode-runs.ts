import { t } from '@vscode/l10n';
import { corruptPicture } from '../../media-failures';
import { compressions, type BitmapHeader } from './bitmap-header';

const END_OF_LINE = 0;
const END_OF_BITMAP = 1;
const MOVE = 2;

/**
 * Indices into the palette from a run-length encoded bitmap; pixels that are passed over have the first colour. Format:
 * https://learn.microsoft.com/windows/win32/gdi/bitmap-compression
 */
export function decodeRuns(bytes: Uint8Array, { width, height, topDown, compression }: BitmapHeader): Uint8Array {
  const indices = new Uint8Array(width * height);
  const isNibbles = compression === compressions.rle4;
  let x = 0;
  let row = 0;
  let offset = 0;
  const put = (index: number): void => {
    if (x < width && row < height) {
      indices[(topDown ? row : height - 1 - row) * width + x] = index;
    }
    x += 1;
  };
  const nth = (byte: number, position: number): number =>
    isNibbles ? (position % 2 === 0 ? byte >> 4 : byte & 15) : byte;
  const next = (): number => {
    const byte = bytes[offset];
    if (byte === undefined) {
      throw corruptPicture(t('its pixels end early'));
    }
    offset += 1;
    return byte;
  };
  while (row < height) {
    const count = next();
    const value = next();
    if (count > 0) {
      for (let position = 0; position < count; position += 1) {
        put(nth(value, position));
      }
    } else if (value === END_OF_LINE) {
      x = 0;
      row += 1;
    } else if (value === END_OF_BITMAP) {
      break;
    } else if (value === MOVE) {
      x += next();
      row += next();
    } else {
      const start = offset;
      for (let position = 0; position < value; position += 1) {
        put(nth(bytes[start + (isNibbles ? position >> 1 : position)] ?? 0, position));
      }
      // Filled up to two bytes.
      offset += Math.ceil((isNibbles ? Math.ceil(value / 2) : value) / 2) * 2;
    }
  }
  return indices;
}
