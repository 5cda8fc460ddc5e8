import type { PageDecoder } from '../../attachments/attachment-services';
import { MediaError } from '../../media-process/media-service';
import type { DecodingOutcome } from '../../shared/decoding';
import type { HostMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';

/** Has a panel's page decode what nothing else here can. */
export class PageDecoding implements PageDecoder, Disposable {
  readonly #post: (message: HostMessage) => void;

  constructor(post: (message: HostMessage) => void) {
    this.#post = post;
  }

  frames: PageDecoder['frames'] = () => Promise.reject(new MediaError('codecMissing', 'No page can decode it.'));
  sound: PageDecoder['sound'] = () => Promise.reject(new MediaError('codecMissing', 'No page can decode it.'));

  /** The page has answered. */
  finish(_requestId: string, _outcome: DecodingOutcome): void {
    void this.#post;
  }

  dispose(): void {
    void this.#post;
  }
}
