import type { EncodedImage, MediaCallOptions } from './media-service';
import type { MediaSource } from './media-source';

/** Compares pictures in the media process. */
export interface ComparisonService {
  /**
   * Where the pixels of two pictures, or of their first frames, differ. A smaller one lies in the upper left corner of the larger
   * one. Throws `MediaError`.
   */
  comparePictures(pair: PicturePair, options?: MediaCallOptions): Promise<ComparedPictures>;
}

export interface PicturePair {
  readonly source: MediaSource;
  readonly other: MediaSource;
}

export interface ComparedPictures {
  /** PNG, as large as both together, as `PictureComparison` describes it. */
  readonly difference: EncodedImage;
  /** Pixels of the difference that people see differ. */
  readonly differing: number;
  readonly same: boolean;
  /** Pixels of the difference for one of the pictures. */
  readonly scale: number;
}
