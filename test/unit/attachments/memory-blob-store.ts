import { createHash } from 'node:crypto';
import type { BlobReference } from '../../../src/shared/blob';
import { BlobError } from '../../../src/store/blob-store';
import type { BlobStore } from '../../../src/store/blob-store';

export class MemoryBlobStore implements BlobStore {
  readonly #blobs = new Map<string, Uint8Array>();

  put(bytes: Uint8Array, mediaType: string): Promise<BlobReference> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#blobs.set(sha256, bytes);
    return Promise.resolve({ sha256, mediaType, byteLength: bytes.byteLength });
  }

  get(sha256: string): Promise<Uint8Array> {
    const bytes = this.#blobs.get(sha256);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new BlobError('missing', sha256));
  }

  async *read(sha256: string): AsyncGenerator<Uint8Array> {
    yield await this.get(sha256);
  }

  has({ sha256 }: BlobReference): Promise<boolean> {
    return Promise.resolve(this.#blobs.has(sha256));
  }
}
