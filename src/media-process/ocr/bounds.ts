/** A rectangle by its edges, in pixels; `right` and `bottom` lie just outside. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function widthOf(bounds: Bounds): number {
  return bounds.right - bounds.left;
}

export function heightOf(bounds: Bounds): number {
  return bounds.bottom - bounds.top;
}

/** Pixels that two rectangles share from left to right; negative for the gap between them. */
export function overlapAcross(first: Bounds, second: Bounds): number {
  return Math.min(first.right, second.right) - Math.max(first.left, second.left);
}

/** Pixels that two rectangles share from top to bottom; negative for the gap between them. */
export function overlapDown(first: Bounds, second: Bounds): number {
  return Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
}

/** The smallest rectangle around all; there must be one at least. */
export function boundsOf(parts: readonly Bounds[]): Bounds {
  return {
    left: Math.min(...parts.map((part) => part.left)),
    top: Math.min(...parts.map((part) => part.top)),
    right: Math.max(...parts.map((part) => part.right)),
    bottom: Math.max(...parts.map((part) => part.bottom)),
  };
}

export function scaleBounds({ left, top, right, bottom }: Bounds, factor: number): Bounds {
  return { left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor };
}

/** The middle one by size; 0 when there is none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
