import type { ImageAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { isImage } from '../../store/attachment-guard';
import type { PrepareContext } from '../attachment-services';
import { mediaSource, withName } from '../stored-file';
import { isSameSize } from './picture-fit';
import { naturalSize } from './picture-plan';

/** Every browser decodes them to the same pixels as the media process, upright. */
const shownAsTheyAre: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/**
 * The picture that is edited, as a browser shows it: the bytes that were attached, or a PNG of its first frame or page, or of it scaled
 * down. Throws
 * `AttachmentError`.
 */
export async function basePicture(
  attachment: ImageAttachment,
  { media, blobs, derived, signal }: Pick<PrepareContext, 'media' | 'blobs' | 'derived' | 'signal'>,
): Promise<ImageReference> {
  const { source, name } = attachment;
  const size = naturalSize(attachment);
  if (shownAsTheyAre.has(source.mediaType) && isSameSize(size, source)) {
    return source;
  }
  const plan = { pictures: [size], formats: [source.mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png'] };
  const key = { source: source.sha256, form: 'base picture', settings: plan };
  const known = await derived.get(key, isImage);
  if (known) {
    return known;
  }
  const { images } = await withName(name, async () =>
    media.prepareImage(await mediaSource(blobs, source), plan, { signal }),
  );
  const [image] = images;
  if (!image) {
    throw new Error(`Nothing was drawn of the picture ${source.sha256}.`);
  }
  const made = { ...(await blobs.put(image.bytes, image.mediaType)), width: image.width, height: image.height };
  await derived.put(key, made);
  return made;
}
