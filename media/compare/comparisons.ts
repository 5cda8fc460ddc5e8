import type { HostMessage } from '../../src/shared/protocol';
import type { PictureComparison } from '../../src/shared/picture-comparison';
import { AskedAnew } from '../asked-anew';

/** Two pictures of the chat or the tray, by their identifiers. */
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
  readonly #asked: AskedAnew<ComparedPair, FoundComparison>;

  /** @param request asks the host; the answer comes through `accept` */
  constructor(request: (pair: ComparedPair) => void) {
    this.#asked = new AskedAnew(request, keyOf);
  }

  /** @returns ends the use */
  use(pair: ComparedPair, listener: (found: FoundComparison) => void): () => void {
    return this.#asked.use(pair, listener);
  }

  accept(message: Extract<HostMessage, { readonly type: 'comparisonMade' | 'comparisonFailed' }>): void {
    const found: FoundComparison =
      message.type === 'comparisonMade'
        ? { status: 'found', comparison: message.comparison }
        : { status: 'failed', reason: message.reason };
    this.#asked.settle(message, found);
  }
}

function keyOf({ first, second }: ComparedPair): string {
  return `${first} ${second}`;
}
