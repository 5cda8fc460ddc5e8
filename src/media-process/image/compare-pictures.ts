import { setImmediate } from 'node:timers/promises';
import pixelmatch from 'pixelmatch';
import { MAX_DRAWN_PIXELS } from '../../shared/limits';
import type { ComparedPictures } from '../comparison-service';
import type { Size } from '../media-service';
import type { LoadedInput } from '../protocol';
import type { TaskContext } from '../task-context';
import { openPicture, type OpenPicture } from './open-picture';
import { decodePatience, headerPatience } from './patience';
import { fromRaw } from './raw-image';

/** Pixels that are compared before other tasks have their turn. */
const STRIP_PIXELS = 500_000;
/** Rows around a pixel that tell whether it belongs to a smoothed edge. */
const CONTEXT_ROWS = 2;
/** Of what does not differ, enough is left to see where in the picture one is. */
const UNCHANGED_OPACITY = 0.25;

/** Finds the pixels that differ, except those of edges that are merely smoothed otherwise. */
export async function comparePictures(
  { source, other }: LoadedInput<'comparePictures'>,
  context: TaskContext,
): Promise<ComparedPictures> {
  context.progress({ patienceMilliseconds: headerPatience });
  const first = await openPicture(source);
  const second = await openPicture(other);
  const both = { width: Math.max(first.width, second.width), height: Math.max(first.height, second.height) };
  const scale = Math.min(1, Math.sqrt(MAX_DRAWN_PIXELS / (both.width * both.height)));
  const canvas = scaled(both, scale);
  context.progress({ patienceMilliseconds: decodePatience(first) });
  const pixels = await drawOn(canvas, first, scale);
  context.progress({ patienceMilliseconds: decodePatience(second) });
  const otherPixels = await drawOn(canvas, second, scale);
  const { difference, differing } = await compare(pixels, otherPixels, { canvas, context });
  context.progress({ patienceMilliseconds: decodePatience({ ...canvas, vector: false }) });
  const bytes = await fromRaw({ ...canvas, data: difference, channels: 4 })
    .removeAlpha()
    .png()
    .toBuffer();
  return {
    difference: { bytes, mediaType: 'image/png', ...canvas },
    differing,
    same: first.width === second.width && first.height === second.height && Buffer.compare(pixels, otherPixels) === 0,
    scale,
  };
}

/** Strip by strip: what depends on this process being awake goes on meanwhile. */
async function compare(
  first: Uint8Array,
  second: Uint8Array,
  { canvas, context }: { readonly canvas: Size; readonly context: TaskContext },
): Promise<{ readonly difference: Uint8Array; readonly differing: number }> {
  const { width, height } = canvas;
  const rowBytes = width * 4;
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  const difference = new Uint8Array(rowBytes * height);
  let differing = 0;
  for (let top = 0; top < height; top += rows) {
    context.signal.throwIfAborted();
    context.progress({ patienceMilliseconds: decodePatience({ ...canvas, vector: false }) });
    const bottom = Math.min(height, top + rows);
    const from = Math.max(0, top - CONTEXT_ROWS);
    const to = Math.min(height, bottom + CONTEXT_ROWS);
    const part = (pixels: Uint8Array): Uint8Array => pixels.subarray(from * rowBytes, to * rowBytes);
    const drawn = new Uint8Array((to - from) * rowBytes);
    pixelmatch(part(first), part(second), drawn, width, to - from, { alpha: UNCHANGED_OPACITY });
    const strip = drawn.subarray((top - from) * rowBytes, (bottom - from) * rowBytes);
    difference.set(strip, top * rowBytes);
    differing += countRed(strip);
    await setImmediate();
  }
  return { difference, differing };
}

/** Nothing else is drawn in that colour: what does not differ is grey. The library's own count has the rows around it too. */
function countRed(pixels: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < pixels.length; index += 4) {
    count += pixels[index] === 255 && pixels[index + 1] === 0 ? 1 : 0;
  }
  return count;
}

/** The picture in the upper left corner of a see-through canvas, with alpha. */
async function drawOn(canvas: Size, picture: OpenPicture, scale: number): Promise<Uint8Array> {
  const { width, height, data, channels } = await picture.decode(scaled(picture, scale));
  const pixels = new Uint8Array(canvas.width * canvas.height * 4);
  for (let y = 0; y < height; y += 1) {
    let to = y * canvas.width * 4;
    for (let from = y * width * channels; from < (y + 1) * width * channels; from += channels, to += 4) {
      pixels[to] = data[from] ?? 0;
      pixels[to + 1] = data[from + 1] ?? 0;
      pixels[to + 2] = data[from + 2] ?? 0;
      pixels[to + 3] = channels === 4 ? (data[from + 3] ?? 0) : 255;
    }
  }
  return pixels;
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
