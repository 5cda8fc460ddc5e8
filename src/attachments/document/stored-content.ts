import type { DocumentAttachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import type { DerivedKey } from '../../store/derived-forms';
import { isBlob } from '../../store/attachment-guard';
import { arrayOf, isString, literal, shape } from '../../store/guard';
import type { PrepareContext } from '../attachment-services';
import { imageMediaType } from '../../media-process/media-type/image-media-type';
import { mediaSource, withName } from '../stored-file';

/** What was read of a document, with its texts and pictures in the blob store. */
export interface StoredContent {
  readonly format: string;
  readonly pieces: readonly StoredPiece[];
  /** What was left out of it, as sentences. */
  readonly notes: readonly string[];
}

export interface StoredPiece {
  readonly type: 'text' | 'picture';
  readonly blob: BlobReference;
}

/** Reads a document, or takes what was read of the same bytes before. Throws `AttachmentError`. */
export async function readContent(
  { name, source }: Pick<DocumentAttachment, 'name' | 'source'>,
  { media, blobs, derived, signal }: PrepareContext,
): Promise<StoredContent> {
  const key: DerivedKey = { source: source.sha256, form: 'document' };
  const known = await derived.get(key, isStoredContent);
  if (known) {
    return known;
  }
  const { format, pieces, notes } = await withName(name, async () =>
    media.readDocument(await mediaSource(blobs, source), { signal }),
  );
  const stored: StoredPiece[] = [];
  for (const piece of pieces) {
    const blob =
      piece.type === 'text'
        ? await blobs.put(Buffer.from(piece.text), 'text/markdown')
        : await blobs.put(piece.bytes, imageMediaType(piece.bytes) ?? 'application/octet-stream');
    stored.push({ type: piece.type, blob });
  }
  const content: StoredContent = { format, pieces: stored, notes };
  await derived.put(key, content);
  return content;
}

const isStoredContent = shape<StoredContent>({
  format: isString,
  pieces: arrayOf(shape<StoredPiece>({ type: literal('text', 'picture'), blob: isBlob })),
  notes: arrayOf(isString),
});
