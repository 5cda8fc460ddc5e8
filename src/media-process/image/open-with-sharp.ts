import type { Metadata, SharpOptions } from 'sharp';
import type { FrameFacts } from '../../shared/attachment/attachment';
import { MAX_DRAWN_PIXELS, MAX_IMAGE_PIXELS } from '../../shared/limits';
import { corruptPicture, unsupportedPicture } from '../media-failures';
import type { Size } from '../media-service';
import { checkSize } from './check-size';
import { complaint } from './complaint';
import type { OpenPicture } from './open-picture';
import { decodeImage } from './raw-image';
import { sharp, untrusted } from './sharp';

/** Frames and pages that are told of: more can neither be looked through nor sent. */
export const MAX_FRAMES = 1_000;

/**
 * Formats that are scaled down as their rows are decoded. 12,000 × 9,000 pixels, scaled to `MAX_DRAWN_PIXELS`, took a peak of
 * 300 MB as PNG, JPEG and TIFF and 470 MB as WebP or where EXIF turns them; where the file itself keeps rows back, 590 MB
 * (interlaced PNG) and 920 MB (progressive JPEG). AVIF took 1.9 GB and has to be within `MAX_DRAWN_PIXELS`, as has GIF.
 */
const scaledWhileDecoded: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'tiff']);

/** What a frame is shown for where a file says nothing, in milliseconds; browsers do the same. */
const DEFAULT_DELAY = 100;
/** Browsers take shorter delays than this for a mistake. */
const SHORTEST_DELAY = 11;

/** Opens PNG, JPEG, WebP, GIF, AVIF, TIFF and SVG. */
export async function openWithSharp(source: Uint8Array, mediaType: string): Promise<OpenPicture> {
  const metadata = await readMetadata(source);
  const { width, height } = metadata.autoOrient;
  const vector = metadata.format === 'svg';
  checkSize({ width, height }, mostPixels(metadata.format));
  const frames = await framesOf(source, metadata);
  return {
    mediaType,
    vector,
    width,
    height,
    plain: isPlain(metadata),
    turned: isTurned(metadata),
    ...(frames && { frames }),
    decode: (size, frame = 0) => decodeImage(source, { vector, frame }, size),
  };
}

/** What is read of a format; a drawing may claim any size, since it is drawn at the size that is wanted. */
function mostPixels(format: string | undefined): number {
  if (format === 'svg') {
    return Infinity;
  }
  return scaledWhileDecoded.has(format ?? '') ? MAX_IMAGE_PIXELS : MAX_DRAWN_PIXELS;
}

async function readMetadata(source: Uint8Array, options: SharpOptions = {}): Promise<Metadata> {
  try {
    return await sharp(source, { limitInputPixels: false, ...options }).metadata();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw /unsupported image format/i.test(reason) ? unsupportedPicture() : corruptPicture(complaint(reason, source));
  }
}

async function framesOf(source: Uint8Array, metadata: Metadata): Promise<FrameFacts | undefined> {
  const count = Math.min(metadata.pages ?? 1, MAX_FRAMES);
  if (count < 2 || metadata.format === 'heif') {
    return undefined;
  }
  return metadata.format === 'tiff'
    ? { count, sizes: await pageSizes(source, count) }
    : { count, times: frameTimes((metadata.delay ?? []).slice(0, count), count) };
}

async function pageSizes(source: Uint8Array, count: number): Promise<readonly Size[]> {
  const sizes: Size[] = [];
  for (let page = 0; page < count; page += 1) {
    const { width, height } = (await readMetadata(source, { ...untrusted, limitInputPixels: false, page })).autoOrient;
    checkSize({ width, height }, MAX_IMAGE_PIXELS);
    sizes.push({ width, height });
  }
  return sizes;
}

/** When each frame begins, in seconds, from how long each is shown, in milliseconds. */
export function frameTimes(delays: readonly number[], count: number): readonly number[] {
  let milliseconds = 0;
  return Array.from({ length: count }, (_, frame) => {
    const time = milliseconds / 1_000;
    const delay = delays[frame] ?? DEFAULT_DELAY;
    milliseconds += delay < SHORTEST_DELAY ? DEFAULT_DELAY : delay;
    return time;
  });
}

function isTurned({ orientation }: Metadata): boolean {
  return (orientation ?? 1) !== 1;
}

function isPlain(metadata: Metadata): boolean {
  return (
    !isTurned(metadata) &&
    (metadata.pages ?? 1) === 1 &&
    metadata.depth === 'uchar' &&
    metadata.icc === undefined &&
    (metadata.space === 'srgb' || metadata.space === 'b-w')
  );
}
