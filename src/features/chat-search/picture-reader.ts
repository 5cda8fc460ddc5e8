import { mediaSource } from '../../attachments/stored-file';
import { MediaError, type MediaService } from '../../media-process/media-service';
import { layOutPlainText } from '../../model/offline/lay-out-text';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ImageReference } from '../../shared/blob';
import type { BlobStore } from '../../store/blob-store';
import type { DerivedForms } from '../../store/derived-forms';
import type { Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';
import { picturesWithText, pictureText, pictureTextKey } from './attachment-text';

export interface PictureReaderOptions {
  readonly media: Pick<MediaService, 'readText'>;
  readonly blobs: BlobStore;
  readonly derived: DerivedForms;
  readonly onError: (error: unknown) => void;
}

/** Pictures that may wait; those of older chats are read after a later search. */
const maxWaiting = 200;

/** Reads the text in pictures of chats, so that it can be searched: in the background, one after the other, each once. */
export class PictureReader implements Disposable {
  readonly #options: PictureReaderOptions;
  readonly #waiting = new Map<string, ImageReference>();
  readonly #reads = new Emitter<void>();
  readonly #stopped = new AbortController();
  #isReading = false;

  constructor(options: PictureReaderOptions) {
    this.#options = options;
  }

  /** Fired when the text of a picture has become known. */
  get onRead(): Event<void> {
    return this.#reads.event;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Reads what is in these sooner or later. */
  read(attachments: readonly Attachment[]): void {
    for (const picture of attachments.flatMap(picturesWithText)) {
      if (this.#waiting.size < maxWaiting) {
        this.#waiting.set(picture.sha256, picture);
      }
    }
    if (!this.#isReading && this.#waiting.size > 0) {
      this.#isReading = true;
      void this.#readAll().catch(this.#options.onError);
    }
  }

  dispose(): void {
    this.#waiting.clear();
    this.#stopped.abort();
  }

  async #readAll(): Promise<void> {
    try {
      for (const [sha256, picture] of this.#waiting) {
        await this.#readOne(picture);
        this.#waiting.delete(sha256);
        this.#reads.fire();
      }
    } finally {
      this.#waiting.clear();
      this.#isReading = false;
    }
    this.#reads.fire();
  }

  async #readOne(picture: ImageReference): Promise<void> {
    const { blobs, derived } = this.#options;
    if ((await pictureText(picture, derived)) === undefined) {
      const isThere = await blobs.has(picture);
      await derived.put(pictureTextKey(picture), isThere ? await this.#textIn(picture) : '');
    }
  }

  /** Empty for what can't be read either: it is not tried again with each search. */
  async #textIn(picture: ImageReference): Promise<string> {
    const { media, blobs } = this.#options;
    try {
      const { signal } = this.#stopped;
      return layOutPlainText(await media.readText(await mediaSource(blobs, picture), { signal }));
    } catch (error) {
      if (error instanceof MediaError) {
        return '';
      }
      throw error;
    }
  }
}
