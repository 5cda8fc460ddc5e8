import type { ImageAttachment } from '../../shared/attachment/attachment';
import type { PrepareContext } from '../attachment-services';
import { baseOf, mediaSource, withName, type StoredFile } from '../stored-file';
import { planImageFor } from './image-plan';

/** The picture's size, and a small picture of it. */
export async function readImage(
  stored: StoredFile,
  { media, blobs, signal }: PrepareContext,
): Promise<ImageAttachment> {
  const { file, source } = stored;
  const { source: facts, thumbnail } = await withName(file.name, async () =>
    media.prepareImage(await mediaSource(blobs, source), planImageFor({ offline: false }), { signal }),
  );
  const { bytes, mediaType, width, height } = thumbnail;
  return {
    ...baseOf(stored),
    kind: 'image',
    source: { ...source, width: facts.width, height: facts.height },
    thumbnail: { ...(await blobs.put(bytes, mediaType)), width, height },
    options: {},
  };
}
