import type { BlobReference } from '../shared/blob';

/** Bytes by their SHA-256, kept on disk beside the chats that name them. */
export interface BlobStore {
  /** Stores the bytes unless they are there; resolves once they are safely on disk. */
  put(bytes: Uint8Array, mediaType: string): Promise<BlobReference>;
  /** Throws `BlobError` when the blob is gone or no longer matches its hash. */
  get(sha256: string): Promise<Uint8Array>;
  /**
   * The same bytes in pieces, without holding them all; a piece stays as it is until the next is asked for. The last one
   * comes only when all match the hash: whoever has it has what was stored.
   */
  read(sha256: string): AsyncIterable<Uint8Array>;
  /** Whether the blob is there and as long as it should be, where that is known; nothing of it is read. */
  has(blob: Pick<BlobReference, 'sha256'> & Partial<BlobReference>): Promise<boolean>;
  /** Absolute path of the blob's file, whether it is there or not; absent where blobs are no files. Throws `BlobError` for what is no hash. */
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
