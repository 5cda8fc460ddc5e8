import type { ScrollPosition } from '../saved-view';

/** What a person does before they scroll, or go elsewhere in the chat in another way. */
const userInputs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** A message that stays where it is shown, in pixels below the upper edge. */
interface HeldPlace {
  readonly message: HTMLElement;
  readonly offset: number;
}

/** Pixels from the end that still count as the end: less than a line, so that no text is ever hidden by it. */
const tolerance = 12;

interface FollowerListeners {
  /** Following starts or ends. */
  readonly onFollowing: (following: boolean) => void;
  /** The content or the view has another size: what was read may be elsewhere, without a scroll. */
  readonly onResized: () => void;
}

/**
 * Keeps a scroller at its end while its content grows, from the moment the person is there until they scroll up. Works by
 * observing sizes, so whatever makes the content grow, streamed text or a picture that loads, is followed once per frame.
 */
export class ScrollFollower {
  readonly #scroller: HTMLElement;
  readonly #listeners: FollowerListeners;
  readonly #observer: ResizeObserver;
  #following = true;
  #lastTop = 0;
  /**
   * Until the person does something: the messages above one that was just gone to get their real heights only then, and the
   * browser keeps no place yet that was scrolled to since it painted last.
   */
  #held: HeldPlace | undefined;

  constructor(elements: { scroller: HTMLElement; content: HTMLElement }, listeners: FollowerListeners) {
    this.#scroller = elements.scroller;
    this.#anchor();
    this.#listeners = listeners;
    this.#observer = new ResizeObserver(() => this.#resized());
    this.#observer.observe(elements.content);
    this.#observer.observe(elements.scroller);
    this.#scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    userInputs.forEach((type) => document.addEventListener(type, this.#letGo, { passive: true, capture: true }));
  }

  toEnd(): void {
    this.#setFollowing(true);
    this.#keepUp();
  }

  position(): ScrollPosition {
    if (this.#following) {
      return { type: 'end' };
    }
    const top = this.#scroller.getBoundingClientRect().top;
    const messages = this.#messages();
    // They stand one below the other: the first that is visible is found in few steps.
    let first = 0;
    for (let end = messages.length; first < end;) {
      const middle = (first + end) >> 1;
      if ((messages[middle]?.getBoundingClientRect().bottom ?? 0) > top) {
        end = middle;
      } else {
        first = middle + 1;
      }
    }
    const message = messages[first];
    const messageId = message?.dataset['messageId'];
    return message && messageId !== undefined
      ? { type: 'message', messageId, offset: Math.round(message.getBoundingClientRect().top - top) }
      : { type: 'end' };
  }

  restore(position: ScrollPosition): void {
    const message =
      position.type === 'message' &&
      [...this.#messages()].find((candidate) => candidate.dataset['messageId'] === position.messageId);
    if (!message) {
      this.toEnd();
      return;
    }
    // Out of sight it would have a guessed height, and move once it is laid out.
    if (message.firstElementChild instanceof HTMLElement) {
      message.firstElementChild.style.contentVisibility = 'visible';
    }
    this.#setFollowing(false);
    this.#held = { message, offset: position.offset };
    this.#keepUp();
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#scroller.removeEventListener('scroll', this.#scrolled);
    userInputs.forEach((type) => document.removeEventListener(type, this.#letGo, { capture: true }));
  }

  #messages(): NodeListOf<HTMLElement> {
    return this.#scroller.querySelectorAll<HTMLElement>('[data-message-id]');
  }

  #resized(): void {
    this.#keepUp();
    this.#listeners.onResized();
  }

  #keepUp(): void {
    if (this.#following) {
      // What an empty chat shows is read from its top.
      this.#scroller.scrollTop = this.#messages().length > 0 ? this.#scroller.scrollHeight : 0;
      this.#lastTop = this.#scroller.scrollTop;
    } else if (this.#held && this.#scroller.clientHeight > 0) {
      this.#scroller.scrollTop += this.#movedBy(this.#held);
      this.#lastTop = this.#scroller.scrollTop;
    }
  }

  /** How far below its place what is held is now. */
  #movedBy({ message, offset }: HeldPlace): number {
    const { top } = this.#scroller.getBoundingClientRect();
    return message.isConnected ? message.getBoundingClientRect().top - top - offset : 0;
  }

  readonly #letGo = (): void => {
    this.#held = undefined;
  };

  readonly #scrolled = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const rest = scrollHeight - scrollTop - clientHeight;
    const upwards = scrollTop < this.#lastTop;
    if (this.#held && scrollTop !== this.#lastTop && Math.abs(this.#movedBy(this.#held)) > tolerance) {
      this.#letGo();
    }
    this.#lastTop = scrollTop;
    if (rest <= (upwards ? 1 : tolerance)) {
      this.#setFollowing(true);
    } else if (upwards) {
      // A pixel upwards is enough to leave. Content that shrinks moves up as well, but stays at its end.
      this.#setFollowing(false);
    }
  };

  #setFollowing(following: boolean): void {
    if (following !== this.#following) {
      this.#following = following;
      this.#letGo();
      this.#anchor();
      this.#listeners.onFollowing(following);
    }
  }

  /**
   * Away from the end, the browser keeps what is visible in its place when something above it changes its height. At the end
   * there is no need, and looking for the place to keep takes time with every piece of a long answer.
   */
  #anchor(): void {
    this.#scroller.style.overflowAnchor = this.#following ? 'none' : 'auto';
  }
}
