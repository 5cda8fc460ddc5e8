import { MAX_DRAWN_PIXELS } from '../shared/limits';
import type { ImagePlan } from './media-service';

export interface Size {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** Pixels of the longer side that a drawing (SVG) gets when it is smaller: icons become readable and nothing blurs. */
const MIN_VECTOR_LONG_SIDE = 1024;

/** The size at which a picture is sent: the plan's at most, never enlarged unless it is a drawing. */
export function targetSize(
  source: Size & { readonly vector: boolean },
  plan: Pick<ImagePlan, 'maxLongSide' | 'maxShortSide'>,
): Size {
  const longSide = Math.max(source.width, source.height);
  const shortSide = Math.min(source.width, source.height);
  const enlargement = source.vector ? Math.max(1, MIN_VECTOR_LONG_SIDE / longSide) : 1;
  return scale(source, Math.min(enlargement, plan.maxLongSide / longSide, plan.maxShortSide / shortSide));
}

/** The size at which a picture is held in all its pixels: its own, or the largest of its shape that is within the limit. */
export function drawnSize({ width, height }: Size): Size {
  const factor = Math.min(1, Math.sqrt(MAX_DRAWN_PIXELS / (width * height)));
  return { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
}

/** Scales both sides, keeping each at least one pixel. */
export function scale({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
