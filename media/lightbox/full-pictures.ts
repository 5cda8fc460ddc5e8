import type { ImageReference } from '../../src/shared/blob';
import type { HostMessage } from '../../src/shared/protocol';

/** Which picture of an attachment. */
export interface PictureAddress {
  readonly id: string;
  readonly part?: number;
}

export type FoundPicture =
  | { readonly status: 'found'; readonly picture: ImageReference }
  /** As a sentence. */
  | { readonly status: 'missing'; readonly reason: string };

/** Asks the host for pictures in all their pixels: which bytes they are, or why they can't be shown. */
export class FullPictures {
  readonly #request: (address: PictureAddress) => void;
  readonly #listeners = new Map<string, Set<(found: FoundPicture) => void>>();

  /** @param request asks the host; the answer comes through `accept` */
  constructor(request: (address: PictureAddress) => void) {
    this.#request = request;
  }

  /**
   * Asked anew each time: what is in the tray may have been edited since.
   *
   * @returns ends the use
   */
  use(address: PictureAddress, listener: (found: FoundPicture) => void): () => void {
    const key = keyOf(address);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    this.#request(address);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.#listeners.delete(key);
      }
    };
  }

  accept(message: Extract<HostMessage, { readonly type: 'pictureFound' | 'pictureMissing' }>): void {
    const found: FoundPicture =
      message.type === 'pictureFound'
        ? { status: 'found', picture: message.picture }
        : { status: 'missing', reason: message.reason };
    this.#listeners.get(keyOf(message))?.forEach((listener) => listener(found));
  }
}

function keyOf({ id, part }: PictureAddress): string {
  return `${part ?? ''} ${id}`;
}
