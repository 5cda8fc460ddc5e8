import type { ImageReference } from '../../../src/shared/blob';
import type { PagePicture } from '../../../src/shared/protocol';

/** Pages that are asked for together; the next ones are when these have come. */
const pagesPerRequest = 12;

interface Wanted {
  readonly id: string;
  readonly page: number;
}

/** Small pictures of pages: asked for while they are in sight, a few at a time, and known from then on. */
export class PagePictures {
  readonly #request: (id: string, pages: readonly number[]) => void;
  /** Undefined for a page that can't be drawn. */
  readonly #pictures = new Map<string, ImageReference | undefined>();
  readonly #listeners = new Map<string, Set<(picture: ImageReference) => void>>();
  /** In sight and not asked for yet, the latest last. */
  #waiting: readonly Wanted[] = [];
  #asked: readonly Wanted[] = [];
  #isScheduled = false;

  /** @param request asks the host for pictures of an attachment's pages; the answer comes through `accept` */
  constructor(request: (id: string, pages: readonly number[]) => void) {
    this.#request = request;
  }

  /**
   * @param listener hears of the picture, at once when it is there
   * @returns ends the use
   */
  use(id: string, page: number, listener: (picture: ImageReference) => void): () => void {
    const key = keyOf({ id, page });
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    const picture = this.#pictures.get(key);
    if (picture) {
      listener(picture);
    } else if (!this.#pictures.has(key) && ![...this.#asked, ...this.#waiting].some((item) => keyOf(item) === key)) {
      this.#waiting = [...this.#waiting, { id, page }];
      this.#schedule();
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.#waiting = this.#waiting.filter((item) => keyOf(item) !== key);
      }
    };
  }

  /** Takes what the host answered; what it does not name of what was asked for can't be drawn. */
  accept(id: string, pages: readonly PagePicture[]): void {
    for (const item of this.#asked.filter((asked) => asked.id === id)) {
      this.#pictures.set(keyOf(item), undefined);
    }
    this.#asked = this.#asked.filter((asked) => asked.id !== id);
    for (const { page, picture } of pages) {
      const key = keyOf({ id, page });
      this.#pictures.set(key, picture);
      this.#listeners.get(key)?.forEach((listener) => listener(picture));
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
    const asked = this.#waiting.filter(({ id }) => id === next.id).slice(-pagesPerRequest);
    this.#asked = asked;
    this.#waiting = this.#waiting.filter((item) => !asked.includes(item));
    this.#request(
      next.id,
      asked.map(({ page }) => page),
    );
  }
}

function keyOf({ id, page }: Wanted): string {
  return `${page} ${id}`;
}
