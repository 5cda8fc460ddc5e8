import type { Metadata } from 'sharp';
import { MAX_IMAGE_PIXELS } from '../../shared/limits';
import { corruptPicture, tooManyPixels, unsupportedPicture } from '../media-failures';
import { sharp } from './sharp';

/** What a picture's header says. */
export interface ImageHeader {
  readonly mediaType: string;
  /** Drawn at any size. */
  readonly vector: boolean;
  /** Pixels, upright. */
  readonly width: number;
  /** Pixels, upright. */
  readonly height: number;
  /** Already upright, one frame, 8-bit sRGB or grey: nothing has to be done to its pixels. */
  readonly plain: boolean;
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** Reads size and format without decoding any pixel. Throws `MediaError` for what can't or must not be decoded. */
export async function readHeader(source: Uint8Array): Promise<ImageHeader> {
  if (source[0] === 0x1f && source[1] === 0x8b) {
    // A compressed SVG would be unpacked by the loader, however large it gets.
    throw unsupportedPicture();
  }
  const metadata = await readMetadata(source);
  const mediaType = mediaTypes[metadata.format];
  if (mediaType === undefined) {
    throw unsupportedPicture();
  }
  const { width, height } = metadata.autoOrient;
  const vector = metadata.format === 'svg';
  if (!(width > 0 && height > 0)) {
    throw corruptPicture('it has no size');
  }
  if (!vector && width * height > MAX_IMAGE_PIXELS) {
    throw tooManyPixels(width, height);
  }
  return { mediaType, vector, width, height, plain: isPlain(metadata) };
}

async function readMetadata(source: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(source, { limitInputPixels: false }).metadata();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw /unsupported image format/i.test(reason) ? unsupportedPicture() : corruptPicture(complaint(reason));
  }
}

function isPlain(metadata: Metadata): boolean {
  return (
    (metadata.orientation ?? 1) === 1 &&
    (metadata.pages ?? 1) === 1 &&
    metadata.depth === 'uchar' &&
    (metadata.space === 'srgb' || metadata.space === 'b-w')
  );
}

/** What a decoder complains about, in its own words but without the names of its functions. */
export function complaint(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  const words = line
    .replace(/^Input buffer has corrupt header:\s*/, '')
    .replace(/^(\w+load_buffer|VipsJpeg|glib):\s*/, '');
  return words === '' ? 'its header makes no sense' : words;
}
