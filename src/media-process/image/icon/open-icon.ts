import { t } from '@vscode/l10n';
import { imageMediaType } from '../../media-type/image-media-type';
import { corruptPicture } from '../../media-failures';
import { readBitmapHeader, type BitmapHeader } from '../bitmap/bitmap-header';
import { decodeBitmap, rowBytes, shownRow } from '../bitmap/decode-bitmap';
import { withinBytes } from '../bitmap/open-bitmap';
import { openDecoded } from '../open-decoded';
import type { OpenPicture } from '../open-picture';
import { openWithSharp } from '../open-with-sharp';
import type { RawImage } from '../raw-image';

const DIRECTORY = 6;
const ENTRY = 16;

/**
 * Opens the largest picture of an icon, of several the one with most colours: a PNG, or a bitmap without its file header
 * that is followed by a mask. Format: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 */
export async function openIcon(source: Uint8Array): Promise<OpenPicture> {
  const bytes = withinBytes(() => largestEntry(source));
  if (imageMediaType(bytes) === 'image/png') {
    return { ...(await openWithSharp(bytes, 'image/x-icon')), plain: false };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = withinBytes(() => readBitmapHeader(view, 0, { inIcon: true }));
  return openDecoded({ ...header, mediaType: 'image/x-icon' }, () => withinBytes(() => decodeMasked(bytes, header)));
}

function largestEntry(source: Uint8Array): Uint8Array {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const entries = Array.from({ length: view.getUint16(4, true) }, (_, index) => {
    const at = DIRECTORY + index * ENTRY;
    const offset = view.getUint32(at + 12, true);
    return {
      // A side of 256 is written as 0.
      pixels: (view.getUint8(at) || 256) * (view.getUint8(at + 1) || 256),
      bits: view.getUint16(at + 6, true),
      bytes: source.subarray(offset, offset + view.getUint32(at + 8, true)),
    };
  });
  const [largest] = entries.toSorted((a, b) => b.pixels - a.pixels || b.bits - a.bits);
  if (!largest) {
    throw corruptPicture(t('it holds no picture'));
  }
  return largest.bytes;
}

/** The mask says which pixels show nothing; pixels that have an opacity of their own need none. */
function decodeMasked(bytes: Uint8Array, header: BitmapHeader): RawImage {
  const { width, height, bitsPerPixel, end } = header;
  const raw = decodeBitmap(bytes, header, end);
  const maskAt = end + rowBytes(width, bitsPerPixel) * height;
  const maskRow = rowBytes(width, 1);
  if (bitsPerPixel === 32 || bytes.length < maskAt + maskRow * height) {
    return raw;
  }
  for (let row = 0; row < height; row += 1) {
    for (let x = 0; x < width; x += 1) {
      if (((bytes[maskAt + row * maskRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) {
        raw.data[(shownRow(header, row) * width + x) * 4 + 3] = 0;
      }
    }
  }
  return raw;
}
