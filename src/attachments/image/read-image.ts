import type { FrameFacts, ImageAttachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import { isFrameFacts, isImage } from '../../store/attachment-guard';
import { isNumber, optional, shape } from '../../store/guard';
import type { PrepareContext } from '../attachment-services';
import { baseOf, mediaSource, withName, type StoredFile } from '../stored-file';

/** Pixels of a thumbnail's longer side: twice what the tray shows, for dense screens. */
const thumbnailSide = 256;

interface StoredFacts {
  readonly width: number;
  readonly height: number;
  readonly frames?: FrameFacts;
  readonly thumbnail: ImageReference;
}

const isStoredFacts = shape<StoredFacts>({
  width: isNumber,
  height: isNumber,
  frames: optional(isFrameFacts),
  thumbnail: isImage,
});

type Services = Pick<PrepareContext, 'media' | 'blobs' | 'derived' | 'signal'>;

/** The picture's size, its frames or pages, and a small picture of it. */
export async function readImage(stored: StoredFile, context: Services): Promise<ImageAttachment> {
  const { source } = stored;
  const key = { source: source.sha256, form: 'picture facts', settings: { thumbnailSide } };
  let facts = await context.derived.get(key, isStoredFacts);
  if (!facts) {
    facts = await readFacts(stored, context);
    await context.derived.put(key, facts);
  }
  const { width, height, frames, thumbnail } = facts;
  return {
    ...baseOf(stored),
    kind: 'image',
    source: { ...source, width, height },
    thumbnail,
    ...(frames && { frames }),
    options: {},
  };
}

async function readFacts({ file, source }: StoredFile, context: Services): Promise<StoredFacts> {
  const { media, blobs, signal } = context;
  const { width, height, frames, thumbnail } = await withName(file.name, async () =>
    media.readImage(await mediaSource(blobs, source), { thumbnailSide }, { signal }),
  );
  const { bytes, mediaType } = thumbnail;
  const small = { ...(await blobs.put(bytes, mediaType)), width: thumbnail.width, height: thumbnail.height };
  return { width, height, ...(frames && { frames }), thumbnail: small };
}
