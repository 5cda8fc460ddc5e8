import type { HostMessage } from '../../src/shared/protocol';
import { KeptWhileUsed } from './kept-while-used';

/** A sound or video that the panel plays or decodes. */
export type Recording =
  | { readonly status: 'loaded'; readonly blob: Blob; readonly url: string }
  /** As a sentence. */
  | { readonly status: 'missing'; readonly reason: string };

/** What has come of a recording so far. */
interface Beginning {
  readonly pieces: Uint8Array<ArrayBuffer>[];
  byteLength: number;
}

/** Recordings from the host, asked for when first used, let go when nobody uses them any more. */
export class MediaStore {
  readonly #recordings: KeptWhileUsed<Recording>;
  readonly #beginnings = new Map<string, Beginning>();

  /** @param request asks the host for the bytes; the answer comes through `accept` */
  constructor(request: (sha256: string) => void) {
    this.#recordings = new KeptWhileUsed({
      request,
      release: (sha256, recording) => {
        this.#beginnings.delete(sha256);
        if (recording?.status === 'loaded') {
          URL.revokeObjectURL(recording.url);
        }
      },
    });
  }

  /**
   * @param listener hears the recording, at once when it is there
   * @returns ends the use
   */
  use(sha256: string, listener: (recording: Recording) => void): () => void {
    return this.#recordings.use(sha256, listener);
  }

  /** Takes what the host sent; anything that is neither sound nor video is left out. */
  accept(message: Extract<HostMessage, { readonly type: 'mediaLoaded' | 'mediaMissing' }>): void {
    const { sha256 } = message;
    if (!this.#recordings.isAwaited(sha256)) {
      return;
    }
    if (message.type === 'mediaMissing') {
      this.#settle(sha256, { status: 'missing', reason: message.reason });
      return;
    }
    const { mediaType, offset, bytes, isLast } = message;
    const beginning = this.#beginnings.get(sha256) ?? { pieces: [], byteLength: 0 };
    // Asked for twice, by a use that began anew: each piece counts once.
    if (offset !== beginning.byteLength || !/^(?:audio|video)\//.test(mediaType)) {
      return;
    }
    beginning.pieces.push(bytes.slice());
    beginning.byteLength += bytes.byteLength;
    this.#beginnings.set(sha256, beginning);
    if (isLast) {
      const blob = new Blob(beginning.pieces, { type: mediaType });
      this.#settle(sha256, { status: 'loaded', blob, url: URL.createObjectURL(blob) });
    }
  }

  #settle(sha256: string, recording: Recording): void {
    this.#beginnings.delete(sha256);
    this.#recordings.settle(sha256, recording);
  }
}
