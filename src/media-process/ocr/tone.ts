import { median } from './bounds';
import type { Bounds } from './bounds';
import type { GreyImage } from './grey-image';

/** How text stands on its background. */
export interface Tone {
  /** Brightness around the text. */
  readonly background: number;
  readonly lightOnDark: boolean;
  /** Difference of brightness between the background and the strongest strokes. */
  readonly contrast: number;
  /** Share of the rectangle that differs clearly from the background. */
  readonly fill: number;
}

/** Levels that are noise. */
const NOISE = 20;
/** Share of the strongest pixels that may be outliers. */
const OUTLIERS = 0.02;

export function tone(bounds: Bounds, image: GreyImage): Tone {
  const { left, top, right, bottom } = inside(bounds, image);
  const at = (x: number, y: number): number => image.data[y * image.width + x] ?? 0;
  const background = median(
    border(inside({ left: left - 2, top: top - 2, right: right + 2, bottom: bottom + 2 }, image), at),
  );
  const lighter = new Uint32Array(256);
  const darker = new Uint32Array(256);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const difference = at(x, y) - background;
      const counts = difference > 0 ? lighter : darker;
      counts[Math.abs(difference)] = (counts[Math.abs(difference)] ?? 0) + 1;
    }
  }
  const lightOnDark = total(lighter) > total(darker);
  const counts = lightOnDark ? lighter : darker;
  const contrast = strongest(counts);
  const clear = counts.slice(Math.max(NOISE, contrast >> 1)).reduce((sum, count) => sum + count, 0);
  return { background, lightOnDark, contrast, fill: clear / Math.max(1, (right - left) * (bottom - top)) };
}

function border({ left, top, right, bottom }: Bounds, at: (x: number, y: number) => number): number[] {
  const values: number[] = [];
  for (let x = left; x < right; x += 1) {
    values.push(at(x, top), at(x, bottom - 1));
  }
  return values;
}

function total(counts: Uint32Array): number {
  return counts.subarray(NOISE).reduce((sum, count) => sum + count, 0);
}

function strongest(counts: Uint32Array): number {
  const allowed = total(counts) * OUTLIERS;
  let seen = 0;
  return Math.max(
    NOISE,
    counts.findLastIndex((count) => (seen += count) > allowed),
  );
}

function inside({ left, top, right, bottom }: Bounds, { width, height }: GreyImage): Bounds {
  return {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(width, Math.ceil(right)),
    bottom: Math.min(height, Math.ceil(bottom)),
  };
}
