import type { ImageReference } from './blob';

/** What two pictures have that differs. Both are laid over each other by their upper left corners. */
export interface PictureComparison {
  /** The pixels that differ are red, those whose edges alone are smoothed otherwise yellow, all others grey. */
  readonly difference: ImageReference;
  /** Pixels of the difference that people see differ. */
  readonly differing: number;
  /** They are of the same size and have the same pixels, also those whose difference nobody sees. */
  readonly same: boolean;
  /** Pixels of the difference for one of the pictures: less than 1 where both were too large. */
  readonly scale: number;
}
