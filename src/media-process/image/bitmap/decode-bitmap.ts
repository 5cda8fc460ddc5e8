import { t } from '@vscode/l10n';
import { corruptPicture } from '../../media-failures';
import type { RawImage } from '../raw-image';
import { compressions, type BitmapHeader } from './bitmap-header';
import { decodeRuns } from './decode-runs';

/** The pixels of a Windows bitmap, from `offset` on. Throws where they end early. */
export function decodeBitmap(bytes: Uint8Array, header: BitmapHeader, offset: number): RawImage {
  const { width, height } = header;
  return { data: decodePixels(bytes, header, offset), width, height, channels: 4 };
}

function decodePixels(bytes: Uint8Array, header: BitmapHeader, offset: number): Uint8Array {
  const { compression, bitsPerPixel } = header;
  switch (compression) {
    case compressions.rle8:
    case compressions.rle4:
      return paint(header, decodeRuns(bytes.subarray(offset), header));
    case compressions.none:
    case compressions.bitFields:
    case compressions.alphaBitFields:
      return bitsPerPixel <= 8
        ? paint(header, unpackIndices(bytes, header, offset))
        : readColours(bytes, header, offset);
    default:
      throw corruptPicture(t('its compression is not one of bitmaps'));
  }
}

/** Bytes of a row: rows are filled up to four bytes. */
export function rowBytes(width: number, bitsPerPixel: number): number {
  return Math.ceil((width * bitsPerPixel) / 32) * 4;
}

/** The row of the picture that is stored as the `row`-th. */
export function shownRow({ height, topDown }: BitmapHeader, row: number): number {
  return topDown ? row : height - 1 - row;
}

/** One index into the palette a pixel, in the order of the picture. */
function unpackIndices(bytes: Uint8Array, header: BitmapHeader, offset: number): Uint8Array {
  const { width, height, bitsPerPixel } = header;
  const stride = rowBytes(width, bitsPerPixel);
  checkLength(bytes, offset + stride * (height - 1) + Math.ceil((width * bitsPerPixel) / 8));
  const perByte = 8 / bitsPerPixel;
  const mask = 2 ** bitsPerPixel - 1;
  const indices = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = offset + row * stride;
    const to = shownRow(header, row) * width;
    for (let x = 0; x < width; x += 1) {
      const byte = bytes[from + Math.floor(x / perByte)] ?? 0;
      indices[to + x] = (byte >> (8 - bitsPerPixel * ((x % perByte) + 1))) & mask;
    }
  }
  return indices;
}

/** Colours of indices; one beyond the palette is black, as elsewhere. */
function paint({ width, height, palette }: BitmapHeader, indices: Uint8Array): Uint8Array {
  // A pixel at a time: red in the lowest byte, as on all processors that VS Code runs on.
  const colours = new Uint32Array(256).fill(0xff000000);
  palette.forEach(([red, green, blue], index) => {
    colours[index] = (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
  });
  const pixels = new Uint32Array(width * height);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    pixels[pixel] = colours[indices[pixel] ?? 0] ?? 0;
  }
  return new Uint8Array(pixels.buffer);
}

function readColours(bytes: Uint8Array, header: BitmapHeader, offset: number): Uint8Array {
  const { width, height, bitsPerPixel, masks } = header;
  const stride = rowBytes(width, bitsPerPixel);
  checkLength(bytes, offset + stride * (height - 1) + (width * bitsPerPixel) / 8);
  const data = new Uint8Array(width * height * 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [red, green, blue, alpha] = masks.map(channelOf);
  const pixelBytes = bitsPerPixel / 8;
  let isAnyOpaque = false;
  for (let row = 0; row < height; row += 1) {
    let at = offset + row * stride;
    let to = shownRow(header, row) * width * 4;
    for (let x = 0; x < width; x += 1, at += pixelBytes, to += 4) {
      const pixel = pixelAt(view, at, pixelBytes);
      data[to] = red?.(pixel) ?? 0;
      data[to + 1] = green?.(pixel) ?? 0;
      data[to + 2] = blue?.(pixel) ?? 0;
      const opacity = pixelBytes === 3 ? 255 : (alpha?.(pixel) ?? 255);
      data[to + 3] = opacity;
      isAnyOpaque ||= opacity > 0;
    }
  }
  if (!isAnyOpaque) {
    // The fourth byte was filler.
    for (let index = 3; index < data.length; index += 4) {
      data[index] = 255;
    }
  }
  return data;
}

function pixelAt(view: DataView, at: number, pixelBytes: number): number {
  if (pixelBytes === 3) {
    return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  }
  return pixelBytes === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

/** Takes the masked bits of a pixel as a value from 0 to 255; undefined where the mask is empty. */
function channelOf(mask: number): ((pixel: number) => number) | undefined {
  if (mask === 0) {
    return undefined;
  }
  const shift = 31 - Math.clz32(mask & -mask);
  const largest = mask >>> shift;
  return largest === 255
    ? (pixel) => (pixel >>> shift) & 255
    : (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / largest);
}

function checkLength(bytes: Uint8Array, needed: number): void {
  if (bytes.length < needed) {
    throw corruptPicture(t('its pixels end early'));
  }
}
