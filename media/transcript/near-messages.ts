/** How far beyond what is visible messages are rendered, in heights of the view. */
const margin = '100%';

/** Messages around the place where a chat opens that are rendered at once. */
const before = 4;
const after = 8;

/**
 * Renders the messages of a long chat as they come near what is visible, one in each task, so that neither opening the chat
 * nor scrolling through it ever waits for many. Until then each is an empty box. What was rendered once stays.
 */
export class NearMessages {
  readonly #ahead: ReadonlySet<string>;
  readonly #showById = new Map<string, () => void>();
  readonly #showByElement = new Map<Element, () => void>();
  /** Boxes that are near, and how far each is from the middle of the view, in pixels. */
  readonly #waiting = new Map<Element, number>();
  #observer: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ids all messages of the chat as it is opened
   * @param at index of the message that it opens at
   */
  constructor(ids: readonly string[], at: number) {
    this.#ahead = new Set([...ids.slice(0, Math.max(0, at - before)), ...ids.slice(at + after)]);
  }

  /** Whether a message has to come near before it is rendered. */
  isAhead(id: string): boolean {
    return this.#ahead.has(id);
  }

  /**
   * @param element the empty box
   * @param show renders the message in its place
   * @returns ends the watch
   */
  watch(id: string, element: Element, show: () => void): () => void {
    this.#showById.set(id, show);
    this.#showByElement.set(element, show);
    if (element.closest('.vscode-using-screen-reader')) {
      // Who reads without looking goes through a chat without scrolling it.
      this.#wait(element, 0);
    } else {
      this.#observe(element);
    }
    return () => {
      this.#showById.delete(id);
      this.#showByElement.delete(element);
      this.#waiting.delete(element);
      this.#observer?.unobserve(element);
    };
  }

  /** Renders a message now, wherever it is. */
  show(id: string): void {
    this.#showById.get(id)?.();
  }

  dispose(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#timer);
  }

  #observe(element: Element): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#moved(entries), {
      root: element.closest('.transcript'),
      rootMargin: `${margin} 0px`,
    });
    this.#observer.observe(element);
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: box, rootBounds } of entries) {
      if (isIntersecting) {
        const middle = rootBounds ? (rootBounds.top + rootBounds.bottom) / 2 : 0;
        this.#wait(target, Math.abs((box.top + box.bottom) / 2 - middle));
      } else {
        this.#waiting.delete(target);
      }
    }
  }

  #wait(element: Element, distance: number): void {
    this.#waiting.set(element, distance);
    this.#timer ??= setTimeout(() => this.#showNext());
  }

  #showNext(): void {
    const [nearest] = [...this.#waiting].sort(([, one], [, other]) => one - other);
    this.#timer = this.#waiting.size > 1 ? setTimeout(() => this.#showNext()) : undefined;
    if (nearest) {
      this.#waiting.delete(nearest[0]);
      this.#showByElement.get(nearest[0])?.();
    }
  }
}
