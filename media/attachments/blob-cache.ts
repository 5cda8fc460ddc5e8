type BlobListener = (url: string, bytes: Blob) => void;

interface CachedBlob {
  readonly listeners: Set<BlobListener>;
  loaded?: { readonly url: string; readonly bytes: Blob };
  revocation?: ReturnType<typeof setTimeout>;
}

/** How long unused bytes stay, in milliseconds: long enough to move from the tray into its message. */
const graceTime = 5000;

/** Pictures and sounds from the host as `blob:` URLs: asked for when first used, let go when nobody uses them any more. */
export class BlobCache {
  readonly #request: (sha256: string) => void;
  readonly #blobs = new Map<string, CachedBlob>();

  /** @param request asks the host for the bytes; the answer comes through `accept` */
  constructor(request: (sha256: string) => void) {
    this.#request = request;
  }

  /**
   * @param listener hears the URL, and what it leads to, at once when it is there
   * @returns ends the use
   */
  use(sha256: string, listener: BlobListener): () => void {
    const blob = this.#blobs.get(sha256) ?? this.#add(sha256);
    clearTimeout(blob.revocation);
    blob.listeners.add(listener);
    if (blob.loaded) {
      listener(blob.loaded.url, blob.loaded.bytes);
    }
    return () => {
      blob.listeners.delete(listener);
      if (blob.listeners.size === 0) {
        blob.revocation = setTimeout(() => this.#remove(sha256, blob), graceTime);
      }
    };
  }

  /** Takes the bytes that the host sent; anything that is neither picture nor sound is left out. */
  accept(sha256: string, mediaType: string, bytes: Uint8Array): void {
    const blob = this.#blobs.get(sha256);
    if (!blob || blob.loaded || !/^(?:image|audio)\//.test(mediaType)) {
      return;
    }
    const loaded = new Blob([bytes.slice()], { type: mediaType });
    const url = URL.createObjectURL(loaded);
    blob.loaded = { url, bytes: loaded };
    blob.listeners.forEach((listener) => listener(url, loaded));
  }

  #add(sha256: string): CachedBlob {
    const blob: CachedBlob = { listeners: new Set() };
    this.#blobs.set(sha256, blob);
    this.#request(sha256);
    return blob;
  }

  #remove(sha256: string, blob: CachedBlob): void {
    this.#blobs.delete(sha256);
    if (blob.loaded) {
      URL.revokeObjectURL(blob.loaded.url);
    }
  }
}
