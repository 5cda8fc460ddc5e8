import { join } from 'node:path';
import type { FileBlobStore, StoredBlob } from './file-blob-store';
import type { DerivedFile, FileDerivedForms } from './file-derived-forms';
import { acquireLock } from './lock';

export interface MediaStorageOptions {
  /** Where the lock is that one window at a time holds while it removes. */
  readonly directory: string;
  readonly blobs: FileBlobStore;
  readonly derived: FileDerivedForms;
  /** Hashes that any chat names. */
  readonly chatBlobs: () => Promise<ReadonlySet<string>>;
  /** Hashes that the draft of any window names. */
  readonly draftBlobs: () => Promise<ReadonlySet<string>>;
}

/** Bytes on disk, each counted once. */
export interface StorageUse {
  /** Media that chats need. */
  readonly chats: number;
  /** Media that drafts need and no chat does. */
  readonly drafts: number;
  /** What was made of media and can be made again. */
  readonly cache: number;
  /** Media that nothing needs any more. */
  readonly unused: number;
  readonly total: number;
  /** What `reduceTo` could free now, which is nothing that was used within the last hour. */
  readonly removable: number;
}

export interface Freed {
  readonly bytes: number;
  /** What is left. */
  readonly total: number;
  /** Another window is at it, so this one left everything as it is. */
  readonly isBusy: boolean;
}

/** An attachment that is being prepared is in no draft yet: nothing that was stored within this time is removed. */
const recentMilliseconds = 60 * 60 * 1000;

/** Counts what media takes on disk, and frees what is not needed. Several windows may share it. */
export class MediaStorage {
  readonly #options: MediaStorageOptions;

  constructor(options: MediaStorageOptions) {
    this.#options = options;
  }

  async use(): Promise<StorageUse> {
    const { blobs, forms, chats, drafts, cached, total } = await this.#survey();
    const bytesOf = (isCounted: (blob: StoredBlob) => boolean): number => sum(blobs.filter(isCounted));
    const isCached = ({ sha256 }: StoredBlob): boolean =>
      cached.has(sha256) && !chats.has(sha256) && !drafts.has(sha256);
    const isRecent = ({ usedAt }: { readonly usedAt: number }): boolean => usedAt > Date.now() - recentMilliseconds;
    const kept = new Set(forms.filter(isRecent).flatMap((form) => [...form.blobs]));
    const neededBytes = bytesOf((blob) => chats.has(blob.sha256) || drafts.has(blob.sha256));
    const recentBytes =
      sum(forms.filter(isRecent)) +
      bytesOf(
        (blob) => !chats.has(blob.sha256) && !drafts.has(blob.sha256) && (kept.has(blob.sha256) || isRecent(blob)),
      );
    return {
      chats: bytesOf(({ sha256 }) => chats.has(sha256)),
      drafts: bytesOf(({ sha256 }) => drafts.has(sha256) && !chats.has(sha256)),
      cache: bytesOf(isCached) + sum(forms),
      unused: bytesOf(({ sha256 }) => !chats.has(sha256) && !drafts.has(sha256) && !cached.has(sha256)),
      total,
      removable: total - neededBytes - recentBytes,
    };
  }

  /**
   * Removes what was not used for the longest time until at most `bytes` are left, and never what a chat or a draft needs.
   * Throws the signal's reason; what was removed until then stays removed.
   */
  async reduceTo(bytes: number, signal?: AbortSignal): Promise<Freed> {
    const lock = await acquireLock(join(this.#options.directory, 'clean-up.lock'));
    if (!lock) {
      return { bytes: 0, total: 0, isBusy: true };
    }
    try {
      return await this.#reduceTo(bytes, signal);
    } finally {
      await lock.release();
    }
  }

  async #reduceTo(bytes: number, signal: AbortSignal | undefined): Promise<Freed> {
    const before = Date.now() - recentMilliseconds;
    const survey = await this.#survey();
    const { chats, drafts, cached, total } = survey;
    const named = new Map<string, number>();
    for (const sha256 of survey.forms.flatMap((form) => [...form.blobs])) {
      named.set(sha256, (named.get(sha256) ?? 0) + 1);
    }
    const isNeeded = (sha256: string): boolean => chats.has(sha256) || drafts.has(sha256);
    const unused = survey.blobs.filter(({ sha256 }) => !isNeeded(sha256) && !cached.has(sha256));
    const candidates: readonly (DerivedFile | StoredBlob)[] = [...survey.forms, ...unused]
      .filter(({ usedAt }) => usedAt <= before)
      .sort((first, second) => first.usedAt - second.usedAt);
    const { blobs, derived } = this.#options;
    let freed = 0;
    for (const candidate of candidates) {
      signal?.throwIfAborted();
      if (total - freed <= bytes) {
        break;
      }
      if ('sha256' in candidate) {
        freed += await blobs.remove([candidate.sha256], before);
        continue;
      }
      const ofForm = await derived.remove(candidate);
      if (ofForm > 0) {
        candidate.blobs.forEach((sha256) => named.set(sha256, (named.get(sha256) ?? 1) - 1));
        const orphans = [...candidate.blobs].filter((sha256) => named.get(sha256) === 0 && !isNeeded(sha256));
        freed += ofForm + (await blobs.remove(orphans, before));
      }
    }
    return { bytes: freed, total: total - freed, isBusy: false };
  }

  async #survey() {
    const { blobs, derived, chatBlobs, draftBlobs } = this.#options;
    // Drafts before chats: what is sent meanwhile goes from a draft into a chat and is found in one of them.
    const drafts = await draftBlobs();
    const chats = await chatBlobs();
    const [stored, forms] = await Promise.all([blobs.list(), derived.list()]);
    const cached = new Set(forms.flatMap((form) => [...form.blobs]));
    return { drafts, chats, blobs: stored, forms, cached, total: sum(stored) + sum(forms) };
  }
}

function sum(files: readonly { readonly byteLength: number }[]): number {
  return files.reduce((bytes, file) => bytes + file.byteLength, 0);
}
