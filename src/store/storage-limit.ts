import type { Disposable } from '../util/disposable';
import type { MediaStorage } from './media-storage';

export interface StorageLimitOptions {
  readonly storage: Pick<MediaStorage, 'reduceTo'>;
  readonly maxBytes: () => number;
  readonly onError: (error: unknown) => void;
  /** How long nothing may have been stored before it is looked; half a minute by default. */
  readonly quietMilliseconds?: number;
}

/** Keeps the storage within its limit: looks once something was stored, when it is quiet, and never at the start. */
export class StorageLimit implements Disposable {
  readonly #options: StorageLimitOptions;
  /** Bytes in the storage as far as is known; what other windows store comes to light with the next look. */
  #total: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: StorageLimitOptions) {
    this.#options = options;
  }

  stored(byteLength: number): void {
    this.#total = this.#total === undefined ? undefined : this.#total + byteLength;
    if (this.#total === undefined || this.#total > this.#options.maxBytes()) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.check(), this.#options.quietMilliseconds ?? 30_000).unref();
    }
  }

  /** Frees what is over the limit. */
  async check(): Promise<void> {
    const { storage, maxBytes, onError } = this.#options;
    try {
      const { total, isBusy } = await storage.reduceTo(maxBytes());
      this.#total = isBusy ? undefined : total;
    } catch (error) {
      onError(error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
