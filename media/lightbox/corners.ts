import type { Point, Region } from '../../src/shared/region';
import type { Grip } from '../region/pointer';

/**
 * What a pointer takes hold of: a corner or side of the region, all of it, or nothing of it.
 *
 * @param reach pixels of the picture from an edge that still count as on it
 */
export function gripAt({ x, y }: Point, region: Region | undefined, reach: number): Grip {
  if (!region) {
    return 'picture';
  }
  const right = region.left + region.width;
  const bottom = region.top + region.height;
  if (x < region.left - reach || x > right + reach || y < region.top - reach || y > bottom + reach) {
    return 'picture';
  }
  const sides = { x: sideAt(x, region.left, right, reach), y: sideAt(y, region.top, bottom, reach) };
  return sides.x === 0 && sides.y === 0 ? 'region' : sides;
}

function sideAt(place: number, start: number, end: number, reach: number): -1 | 0 | 1 {
  if (Math.abs(place - end) <= reach) {
    return 1;
  }
  return Math.abs(place - start) <= reach ? -1 : 0;
}
