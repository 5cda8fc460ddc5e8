interface Entry<T> {
  readonly listeners: Set<(loaded: T) => void>;
  loaded?: { readonly value: T };
  removal?: ReturnType<typeof setTimeout>;
}

export interface KeptWhileUsedOptions<T> {
  /** Asks the host for it; it comes through `settle`. */
  readonly request: (sha256: string) => void;
  /** Nobody uses it any more, whether it has come or not. */
  readonly release: (sha256: string, loaded: T | undefined) => void;
}

/** How long what nobody uses stays, in milliseconds: long enough to move from the tray into its message, or into the player. */
const graceTime = 5_000;

/** What the host sends of bytes by their SHA-256: asked for when first used, let go when nobody uses it any more. */
export class KeptWhileUsed<T> {
  readonly #options: KeptWhileUsedOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: KeptWhileUsedOptions<T>) {
    this.#options = options;
  }

  /**
   * @param listener hears it, at once when it is there
   * @returns ends the use
   */
  use(sha256: string, listener: (loaded: T) => void): () => void {
    const entry = this.#entries.get(sha256) ?? this.#add(sha256);
    clearTimeout(entry.removal);
    entry.listeners.add(listener);
    if (entry.loaded) {
      listener(entry.loaded.value);
    }
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) {
        entry.removal = setTimeout(() => this.#remove(sha256, entry), graceTime);
      }
    };
  }

  /** Whether it was asked for and has not come. */
  isAwaited(sha256: string): boolean {
    const entry = this.#entries.get(sha256);
    return entry !== undefined && !entry.loaded;
  }

  settle(sha256: string, value: T): void {
    const entry = this.#entries.get(sha256);
    if (entry) {
      entry.loaded = { value };
      entry.listeners.forEach((listener) => listener(value));
    }
  }

  #add(sha256: string): Entry<T> {
    const entry: Entry<T> = { listeners: new Set() };
    this.#entries.set(sha256, entry);
    this.#options.request(sha256);
    return entry;
  }

  #remove(sha256: string, { loaded }: Entry<T>): void {
    this.#entries.delete(sha256);
    this.#options.release(sha256, loaded?.value);
  }
}
