import type { ImageReference } from '../../src/shared/blob';
import type { HostMessage } from '../../src/shared/protocol';
import { AskedAnew } from '../asked-anew';

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
  readonly #asked: AskedAnew<PictureAddress, FoundPicture>;

  /** @param request asks the host; the answer comes through `accept` */
  constructor(request: (address: PictureAddress) => void) {
    this.#asked = new AskedAnew(request, keyOf);
  }

  /** @returns ends the use */
  use(address: PictureAddress, listener: (found: FoundPicture) => void): () => void {
    return this.#asked.use(address, listener);
  }

  accept(message: Extract<HostMessage, { readonly type: 'pictureFound' | 'pictureMissing' }>): void {
    const found: FoundPicture =
      message.type === 'pictureFound'
        ? { status: 'found', picture: message.picture }
        : { status: 'missing', reason: message.reason };
    this.#asked.settle(message, found);
  }
}

function keyOf({ id, part }: PictureAddress): string {
  return `${part ?? ''} ${id}`;
}
