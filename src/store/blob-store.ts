import type { BlobReference } from '../shared/blob';

/** Bytes by their SHA-256, kept on disk beside the chats that name them. */
export interface BlobStore {
  /** Stores the bytes unless they are there; resolves once they are safely on disk. */
  put(bytes: Uint8Array, mediaType: string): Promise<BlobReference>;
  /** Throws `BlobError` when the blob is gone or no longer matches its hash. */
  get(sha256: string): Promise<Uint8Array>;
  /** Absolute path of the blob's file, whether it is there or not; absent where blobs are no files. */
  locate?(sha256: string): string;
}

/** The stored bytes can't be used. */
export class BlobError extends Error {
  override readonly name = 'BlobError';
  readonly kind: 'missing' | 'corrupt';

  constructor(kind: 'missing' | 'corrupt', sha256: string) {
    super(`Blob ${sha256} is ${kind}.`);
    this.kind = kind;
  }
}
