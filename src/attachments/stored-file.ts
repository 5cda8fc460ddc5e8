import { MediaError } from '../media-process/media-service';
import type { MediaSource } from '../media-process/media-source';
import type { BlobReference } from '../shared/blob';
import type { BlobStore } from '../store/blob-store';
import { AttachmentError } from './attachment-error';
import type { NewAttachment } from './new-attachment';

/** A file whose bytes are in the blob store and whose kind is known. */
export interface StoredFile {
  readonly id: string;
  readonly file: NewAttachment;
  readonly source: BlobReference;
}

/** What all attachments of files have in common; no parts yet. */
export function baseOf({ id, file, source }: StoredFile) {
  const { name, origin, isWholeFile } = file;
  return {
    id,
    name,
    ...(origin !== undefined && { origin }),
    ...(isWholeFile && { fileSha256: source.sha256 }),
    parts: [],
    reasons: [],
  };
}

/** A blob as the media process takes it: by its path where it has one, so that its bytes need not pass through here. */
export async function mediaSource(blobs: BlobStore, { sha256 }: Pick<BlobReference, 'sha256'>): Promise<MediaSource> {
  const path = blobs.locate?.(sha256);
  return path === undefined ? await blobs.get(sha256) : { path };
}

/** Puts the attachment's name before what the media process complains about. */
export async function withName<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof MediaError ? new AttachmentError(error.kind, fileName, error.message) : error;
  }
}
