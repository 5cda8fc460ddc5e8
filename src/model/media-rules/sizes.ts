import type { Size } from './media-rules';

/** Both sides times a factor, each at least one pixel. */
export function scaled({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** Made to fit a square of this side; never enlarged. */
export function within(size: Size, side: number): Size {
  return scaled(size, Math.min(1, side / Math.max(size.width, size.height)));
}

/** Squares of this side that cover a picture. */
export function squares({ width, height }: Size, side: number): number {
  return Math.ceil(width / side) * Math.ceil(height / side);
}

/**
 * The largest size of the same shape, with no side longer than `longSide`, of which `count` is at most `most`; never
 * enlarged. `count` must not shrink while the picture grows.
 */
export function largest(
  size: Size,
  {
    longSide,
    most,
    count,
  }: { readonly longSide: number; readonly most: number; readonly count: (size: Size) => number },
): Size {
  const whole = Math.max(size.width, size.height);
  const at = (side: number): Size => scaled(size, side / whole);
  let fitting = 1;
  let beyond = Math.min(whole, longSide) + 1;
  while (beyond - fitting > 1) {
    const middle = Math.floor((fitting + beyond) / 2);
    if (count(at(middle)) <= most) {
      fitting = middle;
    } else {
      beyond = middle;
    }
  }
  return at(fitting);
}
