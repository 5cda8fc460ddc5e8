import type { Sharp } from 'sharp';
import { corruptPicture } from '../media-failures';
import { MediaError, type Size } from '../media-service';
import { complaint } from './complaint';
import { sharp, untrusted } from './sharp';

/** Decoded pixels: upright, 8-bit sRGB, three or four channels. */
export interface RawImage extends Size {
  readonly data: Uint8Array;
  readonly channels: 3 | 4;
}

/**
 * Decodes a picture of any format that sharp reads at the given size, in sRGB whatever profile it has. Alpha stays only
 * where something shows through.
 */
export async function decodeImage(
  source: Uint8Array,
  { vector, frame }: { readonly vector: boolean; readonly frame: number },
  size: Size,
): Promise<RawImage> {
  // A drawing is drawn at the size that is asked for, however large it claims to be.
  const options = vector
    ? { ...untrusted, limitInputPixels: false }
    : { ...untrusted, ...(frame > 0 && { page: frame }) };
  return await withDecodeErrors(() => toRaw(sharp(source, options).autoOrient(), size), source);
}

/** Decoded pixels at another size, or the same where they have it. */
export async function resizeRaw(raw: RawImage, size: Size): Promise<RawImage> {
  return raw.width === size.width && raw.height === size.height ? raw : await toRaw(fromRaw(raw), size);
}

/** A part of decoded pixels. */
export async function extractRaw(raw: RawImage, box: Size & { left: number; top: number }): Promise<RawImage> {
  const { left, top, width, height } = box;
  const data = await fromRaw(raw).extract({ left, top, width, height }).raw().toBuffer();
  return { data, width, height, channels: raw.channels };
}

async function toRaw(input: Sharp, size: Size): Promise<RawImage> {
  const { data, info } = await input
    // Text stays easier to read than with the default, Lanczos, whose halos run into the next letter (docs/performance.md).
    .resize({ ...size, fit: 'fill', kernel: 'mitchell' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return withoutNeedlessAlpha({ data, width: info.width, height: info.height, channels: 4 });
}

/** What shrinking took from the edges of letters, given back; no more than shows on text of that size. */
export async function sharpenRaw(raw: RawImage): Promise<RawImage> {
  return { ...raw, data: await fromRaw(raw).sharpen({ sigma: 0.6 }).raw().toBuffer() };
}

/** The pixels as input for further work. */
export function fromRaw({ data, width, height, channels }: RawImage): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Turns a decoder's complaint, about these bytes where it got a whole file, into the typed error. */
export async function withDecodeErrors<T>(work: () => Promise<T>, source?: Uint8Array): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MediaError) {
      throw error;
    }
    throw corruptPicture(complaint(error instanceof Error ? error.message : String(error), source));
  }
}

/** Three channels where nothing shows through. */
export async function withoutNeedlessAlpha(raw: RawImage): Promise<RawImage> {
  return raw.channels === 4 && isOpaque(raw)
    ? { ...raw, data: await fromRaw(raw).removeAlpha().raw().toBuffer(), channels: 3 }
    : raw;
}

function isOpaque({ data }: RawImage): boolean {
  for (let index = 3; index < data.length; index += 4) {
    if (data[index] !== 255) {
      return false;
    }
  }
  return true;
}
