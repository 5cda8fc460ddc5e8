import { createMediaService } from '../../../src/media-process/child-media-service';
import type { ChildMediaService, MediaServiceOptions } from '../../../src/media-process/child-media-service';
import type { ImagePlan, PicturePlan } from '../../../src/media-process/media-service';
import { mediaBundle } from './media-bundle.mjs';

/** A service with a real process behind it, for the tests of one `describe`. */
export function useMediaService(options: Omit<MediaServiceOptions, 'modulePath'> = {}): () => ChildMediaService {
  let service: ChildMediaService | undefined;
  before(async () => {
    service = createMediaService({ modulePath: await mediaBundle(), ...options });
  });
  after(() => service?.dispose());
  return () => {
    if (!service) {
      throw new Error('The media service is there only while tests run.');
    }
    return service;
  };
}

/** How pages are sent to most servers. */
export const pagePlan: ImagePlan = {
  maxLongSide: 2048,
  maxShortSide: 2048,
  formats: ['image/png', 'image/jpeg'],
  thumbnailSide: 256,
};

/** A picture as it is sent to most servers, at this size. */
export function planAt(width: number, height: number, changes: Partial<PicturePlan> = {}): PicturePlan {
  return { pictures: [{ width, height }], formats: ['image/png', 'image/jpeg'], ...changes };
}
