import { t } from '@vscode/l10n';
import { corruptPicture } from '../../media-failures';
import { checkSize } from '../check-size';

export const compressions = { none: 0, rle8: 1, rle4: 2, bitFields: 3, alphaBitFields: 6 } as const;

/** What comes before the pixels of a Windows bitmap. */
export interface BitmapHeader {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly topDown: boolean;
  readonly bitsPerPixel: 1 | 2 | 4 | 8 | 16 | 24 | 32;
  readonly compression: number;
  /** Which bits of a pixel are red, green, blue and opacity; 0 where it has none. */
  readonly masks: readonly [red: number, green: number, blue: number, alpha: number];
  /** Red, green and blue of each colour, 0 to 255. */
  readonly palette: readonly (readonly [red: number, green: number, blue: number])[];
  /** Where the colours end, from the start of this header: the pixels follow unless a file header says otherwise. */
  readonly end: number;
}

const CORE_HEADER = 12;
const INFO_HEADER = 40;
const V2_HEADER = 52;
const V3_HEADER = 56;

const depths: readonly number[] = [1, 2, 4, 8, 16, 24, 32];

/**
 * Reads the header of a Windows bitmap that begins at `start`; in an icon, the claimed height is that of colours and mask
 * together. Format: https://learn.microsoft.com/windows/win32/gdi/bitmap-header-types
 */
export function readBitmapHeader(
  view: DataView,
  start: number,
  { inIcon }: { readonly inIcon: boolean },
): BitmapHeader {
  const size = view.getUint32(start, true);
  const isCore = size === CORE_HEADER;
  if (!isCore && (size < 16 || size > 1_024)) {
    throw corruptPicture(t('its header has no known size'));
  }
  const width = isCore ? view.getUint16(start + 4, true) : view.getInt32(start + 4, true);
  const claimed = isCore ? view.getUint16(start + 6, true) : view.getInt32(start + 8, true);
  const height = inIcon ? Math.floor(Math.abs(claimed) / 2) : Math.abs(claimed);
  checkSize({ width, height });
  const bitsPerPixel = view.getUint16(start + (isCore ? 10 : 14), true);
  if (!isDepth(bitsPerPixel)) {
    throw corruptPicture(t('it has {0} bits a pixel', bitsPerPixel));
  }
  const field = (offset: number): number => (size >= offset + 4 ? view.getUint32(start + offset, true) : 0);
  const compression = isCore ? compressions.none : field(16);
  const masks = readMasks(view, start, { size, compression, bitsPerPixel });
  const masksAfter = size === INFO_HEADER ? { 3: 12, 6: 16 }[compression] : undefined;
  const colours = start + size + (masksAfter ?? 0);
  const palette = readPalette(view, colours, { bitsPerPixel, used: isCore ? 0 : field(32), bytes: isCore ? 3 : 4 });
  const end = colours + palette.length * (isCore ? 3 : 4);
  return { width, height, topDown: claimed < 0, bitsPerPixel, compression, masks, palette, end };
}

function isDepth(bits: number): bits is BitmapHeader['bitsPerPixel'] {
  return depths.includes(bits);
}

function readMasks(
  view: DataView,
  start: number,
  { size, compression, bitsPerPixel }: { size: number; compression: number; bitsPerPixel: number },
): BitmapHeader['masks'] {
  const hasFields = compression === compressions.bitFields || compression === compressions.alphaBitFields;
  if (!hasFields) {
    // Whether the fourth byte of such a pixel is an opacity is told by the pixels themselves.
    return bitsPerPixel === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0xff000000];
  }
  const mask = (index: number): number => view.getUint32(start + INFO_HEADER + 4 * index, true);
  const hasAlpha = size >= V3_HEADER || (size < V2_HEADER && compression === compressions.alphaBitFields);
  return [mask(0), mask(1), mask(2), hasAlpha ? mask(3) : 0];
}

function readPalette(
  view: DataView,
  offset: number,
  { bitsPerPixel, used, bytes }: { bitsPerPixel: number; used: number; bytes: number },
): BitmapHeader['palette'] {
  if (bitsPerPixel > 8) {
    return [];
  }
  const count = Math.min(used === 0 ? 2 ** bitsPerPixel : used, 2 ** bitsPerPixel);
  return Array.from({ length: count }, (_, index) => {
    const at = offset + index * bytes;
    return [view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at)] as const;
  });
}
