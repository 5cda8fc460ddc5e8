import type { Sharp } from 'sharp';
import { corruptPicture } from '../media-failures';
import type { Size } from '../target-size';
import { complaint } from './read-header';
import { sharp, untrusted } from './sharp';

/** Decoded pixels: upright, 8-bit sRGB, three or four channels. */
export interface RawImage extends Size {
  readonly data: Uint8Array;
  readonly channels: 3 | 4;
}

/** Decodes a picture of any accepted format at the given size. Alpha stays only where something shows through. */
export async function decodeImage(source: Uint8Array, { vector }: { vector: boolean }, size: Size): Promise<RawImage> {
  const { data, info } = await withDecodeErrors(() =>
    // A drawing is drawn at the size that is asked for, however large it claims to be.
    sharp(source, vector ? { ...untrusted, limitInputPixels: false } : untrusted)
      .autoOrient()
      .resize({ ...size, fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  const raw: RawImage = { data, width: info.width, height: info.height, channels: 4 };
  return isOpaque(raw) ? await withoutAlpha(raw) : raw;
}

/** The pixels as input for further work. */
export function fromRaw({ data, width, height, channels }: RawImage): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Turns a decoder's complaint into the typed error. */
export async function withDecodeErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw corruptPicture(complaint(error instanceof Error ? error.message : String(error)));
  }
}

function isOpaque({ data }: RawImage): boolean {
  for (let index = 3; index < data.length; index += 4) {
    if (data[index] !== 255) {
      return false;
    }
  }
  return true;
}

async function withoutAlpha(raw: RawImage): Promise<RawImage> {
  return { ...raw, data: await fromRaw(raw).removeAlpha().raw().toBuffer(), channels: 3 };
}
