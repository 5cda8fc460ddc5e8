import type { HostMessage } from '../../src/shared/protocol';
import type { PictureComparison } from '../../src/shared/picture-comparison';

/** Two pictures of the tray, by their identifiers. */
export interface ComparedPair {
  readonly first: string;
  readonly second: string;
}

export type FoundComparison =
  | { readonly status: 'found'; readonly comparison: PictureComparison }
  /** As a sentence. */
  | { readonly status: 'failed'; readonly reason: string };

/** Asks the host how pictures differ. */
export class Comparisons {
  readonly #request: (pair: ComparedPair) => void;
  readonly #listeners = new Map<string, Set<(found: FoundComparison) => void>>();

  /** @param request asks the host; the answer comes through `accept` */
  constructor(request: (pair: ComparedPair) => void) {
    this.#request = request;
  }

  /**
   * Asked anew each time: what is in the tray may have been edited since.
   *
   * @returns ends the use
   */
  use(pair: ComparedPair, listener: (found: FoundComparison) => void): () => void {
    const key = keyOf(pair);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    this.#request(pair);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.#listeners.delete(key);
      }
    };
  }

  accept(message: Extract<HostMessage, { readonly type: 'comparisonMade' | 'comparisonFailed' }>): void {
    const found: FoundComparison =
      message.type === 'comparisonMade'
        ? { status: 'found', comparison: message.comparison }
        : { status: 'failed', reason: message.reason };
    this.#listeners.get(keyOf(message))?.forEach((listener) => listener(found));
  }
}

function keyOf({ first, second }: ComparedPair): string {
  return `${first} ${second}`;
}
