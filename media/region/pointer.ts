import type { Point, Region, Size } from '../../src/shared/region';
import { moveRegion, regionBetween, resizeRegion } from './geometry';
import type { Sides } from './geometry';

/** What a drag changes: sides of the region, all of it, or none, which draws a new one. */
export type Grip = Sides | 'region' | 'picture';

export interface DragOptions {
  readonly grip: Grip;
  /** Pixels of the picture under the pointer when it went down. */
  readonly from: Point;
  readonly region: Region | undefined;
  readonly picture: Size;
}

/** The region while the pointer is at a place of the picture, or beside it. */
export function regionWhileDragging({ grip, from, region, picture }: DragOptions, to: Point): Region {
  if (!region || grip === 'picture') {
    return regionBetween(from, to, picture);
  }
  const by = { x: to.x - from.x, y: to.y - from.y };
  return grip === 'region' ? moveRegion(region, by, picture) : resizeRegion(region, { sides: grip, by }, picture);
}
