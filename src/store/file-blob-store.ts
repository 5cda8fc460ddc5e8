import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobReference } from '../shared/blob';
import { BlobError, type BlobStore } from './blob-store';
import { makeDirectory, temporarySuffix, writeFileDurably } from './durable-file';
import { errorCode } from './error-code';
import { ifPresent } from './if-present';
import { sha256Of } from './sha256';

/** A blob store that can forget. */
export interface FileBlobStore extends BlobStore {
  list(): Promise<readonly StoredBlob[]>;
  /**
   * Removes these blobs, except those that were put again after `unlessPutSince` (milliseconds since the epoch); resolves to
   * the bytes that this frees.
   */
  remove(names: Iterable<string>, unlessPutSince: number): Promise<number>;
  /** Removes what was put more than a day ago and is not in `keep`. A day, because drafts elsewhere may name it. */
  deleteUnreferenced(keep: ReadonlySet<string>): Promise<void>;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly byteLength: number;
  /** When it was last put, in milliseconds since the epoch. */
  readonly usedAt: number;
}

/** Of a whole number of base64's groups of three bytes, and small enough that hashing one holds up nothing. */
const pieceBytes = 192 * 1024;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** Keeps each blob in a file that is named by its hash, spread over 256 folders. `onStored` is told of each that is new. */
export function createBlobStore(directory: string, onStored?: (byteLength: number) => void): FileBlobStore {
  return new DirectoryBlobStore(directory, onStored);
}

class DirectoryBlobStore implements FileBlobStore {
  readonly #directory: string;

  readonly #onStored: ((byteLength: number) => void) | undefined;

  constructor(directory: string, onStored: ((byteLength: number) => void) | undefined) {
    this.#directory = directory;
    this.#onStored = onStored;
  }

  async put(bytes: Uint8Array, mediaType: string): Promise<BlobReference> {
    const sha256 = await sha256Of(bytes);
    const path = this.#path(sha256);
    if (await isIntact(path, sha256)) {
      // The time of the file says when it was last put: see `remove`.
      const now = new Date();
      await utimes(path, now, now);
    } else {
      await makeDirectory(dirname(path));
      await writeFileDurably(path, bytes);
      this.#onStored?.(bytes.byteLength);
    }
    return { sha256, mediaType, byteLength: bytes.byteLength };
  }

  async get(sha256: string): Promise<Uint8Array> {
    const bytes = await readIfPresent(this.locate(sha256));
    if (!bytes) {
      throw new BlobError('missing', sha256);
    }
    if ((await sha256Of(bytes)) !== sha256) {
      throw new BlobError('corrupt', sha256);
    }
    return bytes;
  }

  async *read(sha256: string): AsyncGenerator<Uint8Array> {
    const file = await openIfPresent(this.locate(sha256));
    if (!file) {
      throw new BlobError('missing', sha256);
    }
    try {
      yield* readVerified(file, sha256);
    } finally {
      await file.close();
    }
  }

  async has({ sha256, byteLength }: Parameters<BlobStore['has']>[0]): Promise<boolean> {
    const found = isHash(sha256) ? await stat(this.#path(sha256)).catch(() => undefined) : undefined;
    return found?.isFile() === true && (byteLength === undefined || found.size === byteLength);
  }

  locate(sha256: string): string {
    if (!isHash(sha256)) {
      throw new BlobError('missing', sha256);
    }
    return this.#path(sha256);
  }

  async list(): Promise<readonly StoredBlob[]> {
    const all: StoredBlob[] = [];
    for (const folder of await namesIn(this.#directory)) {
      const names = (await namesIn(join(this.#directory, folder))).filter(isHash);
      const found = await Promise.all(names.map((name) => stat(this.#path(name)).catch(() => undefined)));
      all.push(
        ...names.flatMap((sha256, index) => {
          const file = found[index];
          return file ? [{ sha256, byteLength: file.size, usedAt: file.mtimeMs }] : [];
        }),
      );
    }
    return all;
  }

  async remove(names: Iterable<string>, unlessPutSince: number): Promise<number> {
    let freed = 0;
    for (const name of names) {
      if (isHash(name)) {
        freed += await removeOlder(this.#path(name), unlessPutSince);
      }
    }
    return freed;
  }

  async deleteUnreferenced(keep: ReadonlySet<string>): Promise<void> {
    const yesterday = Date.now() - dayInMilliseconds;
    for (const folder of await namesIn(this.#directory)) {
      for (const name of await namesIn(join(this.#directory, folder))) {
        if (name.endsWith(temporarySuffix) || (isHash(name) && !keep.has(name))) {
          await removeOlder(join(this.#directory, folder, name), yesterday);
        }
      }
    }
  }

  #path(sha256: string): string {
    return join(this.#directory, sha256.slice(0, 2), sha256);
  }
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

async function isIntact(path: string, sha256: string): Promise<boolean> {
  const bytes = await readIfPresent(path);
  return bytes !== undefined && (await sha256Of(bytes)) === sha256;
}

/** Reads ahead by one piece, so that the last is given out only when the hash is known. */
async function* readVerified(file: FileHandle, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const buffers: [Uint8Array, Uint8Array] = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)];
  let ahead: Uint8Array | undefined;
  for (;;) {
    const { bytesRead } = await file.read(buffers[0], 0, pieceBytes);
    if (bytesRead === 0) {
      break;
    }
    const piece = buffers[0].subarray(0, bytesRead);
    hash.update(piece);
    if (ahead) {
      yield ahead;
    }
    ahead = piece;
    buffers.reverse();
  }
  if (hash.digest('hex') !== sha256) {
    throw new BlobError('corrupt', sha256);
  }
  if (ahead) {
    yield ahead;
  }
}

async function openIfPresent(path: string): Promise<FileHandle | undefined> {
  return await ifPresent(() => open(path, 'r'));
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  return await ifPresent(() => readFile(path));
}

async function removeOlder(path: string, time: number): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found || found.mtimeMs > time) {
    return 0;
  }
  await rm(path, { force: true });
  return found.size;
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') {
      return [];
    }
    throw error;
  }
}
