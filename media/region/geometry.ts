import type { Point, Region, Size } from '../../src/shared/region';

/** Sides of a region that move; -1 is the left or upper one, 1 the right or lower one. */
export interface Sides {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The region between two corners in whatever order, as far as it lies in the picture; at least one pixel. */
export function regionBetween(first: Point, second: Point, picture: Size): Region {
  const x = span(first.x, second.x, picture.width);
  const y = span(first.y, second.y, picture.height);
  return { left: x.start, top: y.start, width: x.length, height: y.length };
}

/** Moves a region by so many pixels; it stops at the edges of the picture. */
export function moveRegion(region: Region, by: Point, picture: Size): Region {
  return {
    ...region,
    left: clamp(Math.round(region.left + by.x), 0, picture.width - region.width),
    top: clamp(Math.round(region.top + by.y), 0, picture.height - region.height),
  };
}

/** Moves sides of a region by so many pixels; a side can be drawn over the one across. */
export function resizeRegion(region: Region, { sides, by }: { sides: Sides; by: Point }, picture: Size): Region {
  const right = region.left + region.width;
  const bottom = region.top + region.height;
  const x = sides.x === 0 ? { still: region.left, moved: right } : moved(region.left, right, sides.x, by.x);
  const y = sides.y === 0 ? { still: region.top, moved: bottom } : moved(region.top, bottom, sides.y, by.y);
  return regionBetween({ x: x.still, y: y.still }, { x: x.moved, y: y.moved }, picture);
}

/** Where the keyboard begins: the middle half of the picture. */
export function middleOf({ width, height }: Size): Region {
  return regionBetween({ x: width / 4, y: height / 4 }, { x: (width * 3) / 4, y: (height * 3) / 4 }, { width, height });
}

function moved(start: number, end: number, side: -1 | 1, by: number): { still: number; moved: number } {
  return side === 1 ? { still: start, moved: end + by } : { still: end, moved: start + by };
}

function span(first: number, second: number, length: number): { start: number; length: number } {
  const start = clamp(Math.round(Math.min(first, second)), 0, length - 1);
  const end = clamp(Math.round(Math.max(first, second)), start + 1, length);
  return { start, length: end - start };
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
