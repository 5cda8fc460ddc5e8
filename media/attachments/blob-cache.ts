import { KeptWhileUsed } from './kept-while-used';

type BlobListener = (url: string, bytes: Blob) => void;

/** Pictures and sounds from the host as `blob:` URLs: asked for when first used, let go when nobody uses them any more. */
export class BlobCache {
  readonly #blobs: KeptWhileUsed<{ readonly url: string; readonly bytes: Blob }>;

  /** @param request asks the host for the bytes; the answer comes through `accept` */
  constructor(request: (sha256: string) => void) {
    this.#blobs = new KeptWhileUsed({
      request,
      release: (_sha256, loaded) => {
        if (loaded) {
          URL.revokeObjectURL(loaded.url);
        }
      },
    });
  }

  /**
   * @param listener hears the URL, and what it leads to, at once when it is there
   * @returns ends the use
   */
  use(sha256: string, listener: BlobListener): () => void {
    return this.#blobs.use(sha256, ({ url, bytes }) => listener(url, bytes));
  }

  /** Takes the bytes that the host sent; anything that is neither picture nor sound is left out. */
  accept(sha256: string, mediaType: string, bytes: Uint8Array): void {
    if (this.#blobs.isAwaited(sha256) && /^(?:image|audio)\//.test(mediaType)) {
      const loaded = new Blob([bytes.slice()], { type: mediaType });
      this.#blobs.settle(sha256, { url: URL.createObjectURL(loaded), bytes: loaded });
    }
  }
}
