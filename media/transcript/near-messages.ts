import { scheduleFrame } from '../frame';
import { FarMessages } from './far-messages';

/** How far beyond what is visible messages are rendered, in heights of the view. */
const margin = '100%';

/** Milliseconds of rendering between two frames; what is in view is rendered whatever it takes. */
const budget = 6;

/** Messages around the place where a chat opens that are rendered at once. */
const before = 4;
const after = 8;

/**
 * Renders the messages of a long chat as they come near what is visible, the nearest first and few for each frame, so that
 * neither opening the chat nor scrolling through it ever waits for many. Until then each is an empty box. What was rendered
 * once stays.
 */
export class NearMessages {
  readonly far: FarMessages;
  readonly #ahead: Set<string>;
  readonly #showById = new Map<string, () => void>();
  readonly #showByElement = new Map<Element, () => void>();
  /** Boxes that are near. */
  readonly #waiting = new Set<Element>();
  #scroller: Element | null = null;
  #observer: IntersectionObserver | undefined;
  #isScheduled = false;

  /**
   * @param ids all messages of the chat as it is opened
   * @param at index of the message that it opens at
   */
  constructor(ids: readonly string[], at: number) {
    this.far = new FarMessages(ids, at);
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
    this.#scroller ??= element.closest('.transcript');
    if (element.closest('.vscode-using-screen-reader')) {
      // Who reads without looking goes through a chat without scrolling it.
      this.#wait(element);
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
    this.#ahead.delete(id);
    this.far.open(id);
    this.#showById.get(id)?.();
  }

  dispose(): void {
    this.#observer?.disconnect();
    this.#waiting.clear();
  }

  #observe(element: Element): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#moved(entries), {
      root: this.#scroller,
      rootMargin: `${margin} 0px`,
    });
    this.#observer.observe(element);
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.#wait(target);
      } else {
        this.#waiting.delete(target);
      }
    }
  }

  #wait(element: Element): void {
    this.#waiting.add(element);
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      setTimeout(() => void this.#showSome());
    }
  }

  async #showSome(): Promise<void> {
    const until = performance.now() + budget;
    for (const { element, distance } of this.#byDistance()) {
      if (distance > 0 && performance.now() >= until) {
        break;
      }
      if (this.#waiting.delete(element)) {
        this.#showByElement.get(element)?.();
        // Preact renders after this turn, and what that takes counts.
        await Promise.resolve();
      }
    }
    this.#isScheduled = this.#waiting.size > 0;
    if (this.#isScheduled) {
      scheduleFrame(() => setTimeout(() => void this.#showSome()));
    }
  }

  /** Those that wait, the nearest first; the distance is that to what is in view, in pixels. */
  #byDistance(): readonly { readonly element: Element; readonly distance: number }[] {
    const view = this.#scroller?.getBoundingClientRect() ?? new DOMRect();
    return [...this.#waiting]
      .map((element) => {
        const box = element.getBoundingClientRect();
        return { element, distance: Math.max(0, view.top - box.bottom, box.top - view.bottom) };
      })
      .sort((one, other) => one.distance - other.distance);
  }
}
