import type { ImagePlan } from '../../media-process/media-service';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import { fitToModel } from '../image/picture-fit';
import { encodedFormats } from '../image/picture-formats';

/** A4 at 200 dots per inch, at which the smallest print is sharp. */
const sharpPage = { width: 1_654, height: 2_339 };

/** How pages are drawn for a model: as large as it looks at them, no larger than letters need. */
export function pagePicturePlan(target: ModelTarget, pictureCount: number): ImagePlan {
  const { request } = findMediaRules(target);
  const { width, height } = fitToModel(target)(sharpPage);
  const manyImages = request.manyImages && pictureCount > request.manyImages.above ? request.manyImages.side : Infinity;
  return {
    maxLongSide: Math.min(Math.max(width, height), manyImages),
    maxShortSide: Math.min(width, height, manyImages),
    formats: encodedFormats(target, {}),
    thumbnailSide: 256,
  };
}

/** Pictures that text is read from. */
export const readingPlan: ImagePlan = {
  maxLongSide: 4_096,
  maxShortSide: 4_096,
  formats: ['image/png'],
  thumbnailSide: 256,
};

/** Small pictures to choose pages by: twice what is shown, for dense screens. */
export const pageThumbnailPlan: ImagePlan = {
  maxLongSide: 320,
  maxShortSide: 320,
  formats: ['image/png', 'image/jpeg', 'image/webp'],
  thumbnailSide: 256,
};
