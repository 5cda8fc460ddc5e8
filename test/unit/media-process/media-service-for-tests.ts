import { createMediaService } from '../../../src/media-process/child-media-service';
import type { ChildMediaService, MediaServiceOptions } from '../../../src/media-process/child-media-service';
import type { ImagePlan } from '../../../src/media-process/media-service';
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

/** What is sent to most servers. */
export const plan: ImagePlan = {
  maxLongSide: 2048,
  maxShortSide: 2048,
  formats: ['image/png', 'image/jpeg'],
  thumbnailSide: 256,
};
