import type { ModelTarget } from '../../model/model-target';
import type { ImageAttachment } from '../../shared/attachment/attachment';
import type { Planned } from '../planned';
import { mediaSource, withName } from '../stored-file';
import { planImageFor } from './image-plan';

/** How a picture is sent to this model. */
export function planImage(attachment: ImageAttachment, target: ModelTarget): Planned {
  const plan = planImageFor(target);
  return {
    status: 'planned',
    plan,
    prepare: async ({ media, blobs, signal }) => {
      const { image } = await withName(attachment.name, async () =>
        media.prepareImage(await mediaSource(blobs, attachment.source), plan, { signal }),
      );
      const { bytes, mediaType, width, height } = image;
      const blob = { ...(await blobs.put(bytes, mediaType)), width, height };
      return { ...attachment, parts: [{ type: 'image', blob }], reasons: [] };
    },
  };
}
