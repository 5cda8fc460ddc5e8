import type { NotUntouched } from '../../media-process/media-service';
import type { ModelTarget } from '../../model/model-target';
import type { ImageAttachment, SentPart } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { isImage } from '../../store/attachment-guard';
import { arrayOf, literal, optional, shape } from '../../store/guard';
import type { PrepareContext } from '../attachment-services';
import { mediaSource, withName } from '../stored-file';
import type { ImagePlan } from './picture-plan';
import { isUntouched, pictureReasons } from './picture-reasons';

interface Made {
  readonly images: readonly ImageReference[];
  readonly notUntouched?: NotUntouched;
}

const isMade = shape<Made>({
  images: arrayOf(isImage),
  notUntouched: optional(literal('turned', 'format', 'structure', 'bytes')),
});

/** Makes the pictures of a plan, or takes those that were made of the same bytes before. Throws `AttachmentError`. */
export async function preparePicture(
  attachment: ImageAttachment,
  {
    plan,
    target,
    context,
  }: { readonly plan: ImagePlan; readonly target: ModelTarget; readonly context: PrepareContext },
): Promise<ImageAttachment> {
  const key = { source: attachment.source.sha256, form: 'pictures', settings: plan.prepare };
  let made = await context.derived.get(key, isMade);
  if (!made) {
    made = await make(attachment, plan, context);
    await context.derived.put(key, made);
  }
  // The labels are those of what is made otherwise, such as a sheet of the frames.
  const labels = isUntouched(plan, made) ? [] : plan.parts;
  const parts = made.images.map((blob, index): SentPart => {
    const { detail } = plan;
    return { type: 'image', blob, ...(detail && { detail }), ...labels[index] };
  });
  return { ...attachment, parts, reasons: pictureReasons(attachment, { plan, target, made }) };
}

async function make(attachment: ImageAttachment, plan: ImagePlan, context: PrepareContext): Promise<Made> {
  const { media, blobs, signal } = context;
  const { images, notUntouched } = await withName(attachment.name, async () =>
    media.prepareImage(await mediaSource(blobs, attachment.source), plan.prepare, { signal }),
  );
  const stored = await Promise.all(
    images.map(async ({ bytes, mediaType, width, height }) => ({
      ...(await blobs.put(bytes, mediaType)),
      width,
      height,
    })),
  );
  return { images: stored, ...(notUntouched && { notUntouched }) };
}
