import type { StoredMedia } from '../model/messages';
import type { BlobReference, ImageReference } from '../shared/blob';
import type { BlobStore } from '../store/blob-store';

/** A blob as a model takes it: its bytes are read when the request is sent. */
export function storedMedia(
  blobs: BlobStore,
  blob: BlobReference | ImageReference,
  facts: Pick<StoredMedia, 'seconds' | 'pageCount'> = {},
): StoredMedia {
  const { sha256, mediaType, byteLength } = blob;
  return {
    mediaType,
    byteLength,
    sha256,
    ...('width' in blob && { size: { width: blob.width, height: blob.height } }),
    ...facts,
    read: () => blobs.read(sha256),
  };
}
