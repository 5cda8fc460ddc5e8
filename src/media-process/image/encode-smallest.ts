import type { EncodedImage } from '../media-service';
import { looksFlat } from './looks-flat';
import { fromRaw } from './raw-image';
import type { RawImage } from './raw-image';
import { sharp } from './sharp';
import { visuallyEqual } from './visually-equal';

/** A PNG of true colours gives way to a JPEG only when that is this many times smaller. */
const JPEG_ADVANTAGE = 3;

type Candidate = Pick<EncodedImage, 'bytes' | 'mediaType'>;

/**
 * Encodes pixels in the smallest accepted format that keeps text sharp. Drawn pictures become PNGs of 256 colours where
 * that looks the same, else true-colour PNGs; photos become JPEGs without chroma subsampling. WebP is used when it is
 * accepted and smaller. PNG is what is left when none of these formats is accepted.
 */
export async function encodeSmallest(pixels: RawImage, formats: readonly string[]): Promise<EncodedImage> {
  const accepts = (mediaType: string): boolean => formats.includes(mediaType);
  const flat = looksFlat(pixels);
  const candidates: Candidate[] = [];
  if (accepts('image/jpeg') && (!flat || !accepts('image/png'))) {
    candidates.push(await encodeJpeg(pixels));
  } else if (accepts('image/png')) {
    candidates.push(await encodeDrawing(pixels, accepts('image/jpeg')));
  }
  if (accepts('image/webp')) {
    candidates.push(await encodeWebp(pixels, flat));
  }
  if (candidates.length === 0) {
    candidates.push(await encodeDrawing(pixels, false));
  }
  const smallest = candidates.reduce((best, next) => (next.bytes.byteLength < best.bytes.byteLength ? next : best));
  return { ...smallest, width: pixels.width, height: pixels.height };
}

async function encodeDrawing(pixels: RawImage, jpegAccepted: boolean): Promise<Candidate> {
  const palette = await fromRaw(pixels).png({ palette: true, quality: 100, dither: 0, effort: 4 }).toBuffer();
  if (visuallyEqual(pixels.data, await decodeAgain(palette, pixels))) {
    return { bytes: palette, mediaType: 'image/png' };
  }
  const png: Candidate = {
    bytes: await fromRaw(pixels).png({ compressionLevel: 9 }).toBuffer(),
    mediaType: 'image/png',
  };
  const jpeg = jpegAccepted && pixels.channels === 3 ? await encodeJpeg(pixels) : undefined;
  return jpeg && jpeg.bytes.byteLength * JPEG_ADVANTAGE < png.bytes.byteLength ? jpeg : png;
}

async function decodeAgain(bytes: Uint8Array, { channels }: RawImage): Promise<Uint8Array> {
  const decoder = sharp(bytes).toColourspace('srgb');
  return (channels === 4 ? decoder.ensureAlpha() : decoder.removeAlpha()).raw().toBuffer();
}

async function encodeJpeg(pixels: RawImage): Promise<Candidate> {
  const bytes = await fromRaw(pixels)
    .flatten({ background: 'white' })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer();
  return { bytes, mediaType: 'image/jpeg' };
}

async function encodeWebp(pixels: RawImage, flat: boolean): Promise<Candidate> {
  const bytes = await fromRaw(pixels)
    .webp(flat ? { nearLossless: true, quality: 60 } : { quality: 88, smartSubsample: true })
    .toBuffer();
  return { bytes, mediaType: 'image/webp' };
}
