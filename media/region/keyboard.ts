import type { Point, Region, Size } from '../../src/shared/region';
import { middleOf, moveRegion, resizeRegion } from './geometry';

export interface Key {
  readonly key: string;
  /** Resizes instead of moving. */
  readonly shiftKey: boolean;
  /** Takes longer steps. */
  readonly ctrlKey: boolean;
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const longStep = 10;

/** The region after a key was pressed; undefined where the key means nothing. Without a region the first key makes one. */
export function regionAfterKey(
  { key, shiftKey, ctrlKey }: Key,
  region: Region | undefined,
  picture: Size,
): Region | undefined {
  const direction = directions[key];
  if (!direction) {
    return undefined;
  }
  if (!region) {
    return middleOf(picture);
  }
  const step = ctrlKey ? longStep : 1;
  const by = { x: direction.x * step, y: direction.y * step };
  if (!shiftKey) {
    return moveRegion(region, by, picture);
  }
  // A region that is as small as it gets stays where it is.
  const isSmallest = region.width + by.x < 1 || region.height + by.y < 1;
  return isSmallest ? region : resizeRegion(region, { sides: { x: 1, y: 1 }, by }, picture);
}
