import type { BlobReference } from '../shared/blob';

/** Bytes by their SHA-256, kept on disk beside the chats that name them. */
export interface BlobStore {
  /** Stores the bytes unless they are there; resolves once they are safely on disk. */
  put(bytes: Uint8Array, mediaType: string): Promise<BlobReference>;
  /** Throws when the blob is gone or no longer matches its hash. */
  get(sha256: string): Promise<Uint8Array>;
}
