import type { HostMessage } from '../../src/shared/protocol';

/** A sound or video that the panel plays or decodes. */
export type Recording =
  | { readonly status: 'loaded'; readonly blob: Blob; readonly url: string }
  /** As a sentence. */
  | { readonly status: 'missing'; readonly reason: string };

interface Entry {
  readonly listeners: Set<(recording: Recording) => void>;
  readonly pieces: Uint8Array<ArrayBuffer>[];
  byteLength: number;
  recording?: Recording;
  removal?: ReturnType<typeof setTimeout>;
}

/** How long unused bytes stay, in milliseconds: long enough to go from the editor to the player. */
const graceTime = 5_000;

/** Recordings from the host, asked for when first used, let go when nobody uses them any more. */
export class MediaStore {
  readonly #request: (sha256: string) => void;
  readonly #entries = new Map<string, Entry>();

  /** @param request asks the host for the bytes; the answer comes through `accept` */
  constructor(request: (sha256: string) => void) {
    this.#request = request;
  }

  /**
   * @param listener hears the recording, at once when it is there
   * @returns ends the use
   */
  use(sha256: string, listener: (recording: Recording) => void): () => void {
    const entry = this.#entries.get(sha256) ?? this.#add(sha256);
    clearTimeout(entry.removal);
    entry.listeners.add(listener);
    if (entry.recording) {
      listener(entry.recording);
    }
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) {
        entry.removal = setTimeout(() => this.#remove(sha256, entry), graceTime);
      }
    };
  }

  /** Takes what the host sent; anything that is neither sound nor video is left out. */
  accept(message: Extract<HostMessage, { readonly type: 'mediaLoaded' | 'mediaMissing' }>): void {
    const entry = this.#entries.get(message.sha256);
    if (!entry || entry.recording) {
      return;
    }
    if (message.type === 'mediaMissing') {
      this.#settle(entry, { status: 'missing', reason: message.reason });
      return;
    }
    const { mediaType, offset, bytes, isLast } = message;
    // Asked for twice, by a use that began anew: each piece counts once.
    if (offset !== entry.byteLength || !/^(?:audio|video)\//.test(mediaType)) {
      return;
    }
    entry.pieces.push(bytes.slice());
    entry.byteLength += bytes.byteLength;
    if (isLast) {
      const blob = new Blob(entry.pieces.splice(0), { type: mediaType });
      this.#settle(entry, { status: 'loaded', blob, url: URL.createObjectURL(blob) });
    }
  }

  #settle(entry: Entry, recording: Recording): void {
    entry.recording = recording;
    entry.listeners.forEach((listener) => listener(recording));
  }

  #add(sha256: string): Entry {
    const entry: Entry = { listeners: new Set(), pieces: [], byteLength: 0 };
    this.#entries.set(sha256, entry);
    this.#request(sha256);
    return entry;
  }

  #remove(sha256: string, entry: Entry): void {
    this.#entries.delete(sha256);
    if (entry.recording?.status === 'loaded') {
      URL.revokeObjectURL(entry.recording.url);
    }
  }
}
