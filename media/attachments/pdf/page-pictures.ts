import type { ImageReference } from '../../../src/shared/blob';
import type { PagePicture } from '../../../src/shared/protocol';

/** Pages that are asked for together; the next ones are when these have come. */
const pagesPerRequest = 12;

export interface WantedPage {
  /** Of the attachment. */
  readonly id: string;
  /** Of the file: what is attached may become a newer version of it. */
  readonly sha256: string;
  /** One-based. */
  readonly page: number;
}

/** Small pictures of pages: asked for while they are in sight, a few at a time, and known from then on. */
export class PagePictures {
  readonly #request: (id: string, pages: readonly number[]) => void;
  readonly #pictures = new Map<string, ImageReference>();
  readonly #listeners = new Map<string, Set<(picture: ImageReference) => void>>();
  /** In sight and not asked for yet, the latest last. */
  #waiting: readonly WantedPage[] = [];
  #asked: readonly WantedPage[] = [];
  #isScheduled = false;

  /** @param request asks the host for pictures of an attachment's pages; the answer comes through `accept` */
  constructor(request: (id: string, pages: readonly number[]) => void) {
    this.#request = request;
  }

  /**
   * @param listener hears of the picture, at once when it is there
   * @returns ends the use
   */
  use(wanted: WantedPage, listener: (picture: ImageReference) => void): () => void {
    const key = keyOf(wanted);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    const picture = this.#pictures.get(key);
    if (picture) {
      listener(picture);
    } else if (![...this.#asked, ...this.#waiting].some((item) => keyOf(item) === key)) {
      this.#waiting = [...this.#waiting, wanted];
      this.#schedule();
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.#waiting = this.#waiting.filter((item) => keyOf(item) !== key);
      }
    };
  }

  /**
   * Takes what the host answered. What it does not name of what was asked for can't be drawn now, and is asked for again when
   * it comes into sight again: a password may open the file by then.
   */
  accept(id: string, pages: readonly PagePicture[]): void {
    const answered = this.#asked.filter((asked) => asked.id === id);
    this.#asked = this.#asked.filter((asked) => asked.id !== id);
    for (const asked of answered) {
      const picture = pages.find(({ page }) => page === asked.page)?.picture;
      if (picture) {
        const key = keyOf(asked);
        this.#pictures.set(key, picture);
        this.#listeners.get(key)?.forEach((listener) => listener(picture));
      }
    }
    this.#schedule();
  }

  /** Pages come into sight one by one: those of one moment are asked for together. */
  #schedule(): void {
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      queueMicrotask(() => {
        this.#isScheduled = false;
        this.#ask();
      });
    }
  }

  #ask(): void {
    const next = this.#waiting.at(-1);
    if (!next || this.#asked.length > 0) {
      return;
    }
    // Whoever scrolls fast wants to see where the scrolling ended.
    const asked = this.#waiting
      .filter(({ id, sha256 }) => id === next.id && sha256 === next.sha256)
      .slice(-pagesPerRequest);
    this.#asked = asked;
    this.#waiting = this.#waiting.filter((item) => !asked.includes(item));
    this.#request(
      next.id,
      asked.map(({ page }) => page),
    );
  }
}

function keyOf({ sha256, page }: WantedPage): string {
  return `${page} ${sha256}`;
}
