import type { Disposable } from '../util/disposable';

export interface ReplacedMediaOptions {
  /**
   * Removes these blobs and what was made of them, unless a chat or a draft names them or they were put again after
   * `unlessPutSince` (milliseconds since the epoch).
   */
  readonly forget: (blobs: ReadonlySet<string>, unlessPutSince: number) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Longer than the question that is sent instead takes into the file of its chat. */
const delayMilliseconds = 5_000;

/** Originals that something else took the place of, as a redacted picture does: they are removed a little later. */
export class ReplacedMedia implements Disposable {
  readonly #options: ReplacedMediaOptions;
  #waiting: readonly { readonly blobs: ReadonlySet<string>; readonly since: number }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ReplacedMediaOptions) {
    this.#options = options;
  }

  /** @param blobs their SHA-256 */
  add(blobs: readonly string[]): void {
    if (blobs.length > 0) {
      this.#waiting = [...this.#waiting, { blobs: new Set(blobs), since: Date.now() }];
      this.#timer ??= setTimeout(() => void this.flush(), delayMilliseconds).unref();
    }
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      for (const { blobs, since } of waiting) {
        await this.#options.forget(blobs, since);
      }
    } catch (error) {
      this.#options.onError(error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
