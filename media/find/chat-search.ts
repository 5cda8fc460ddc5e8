import type { Message } from '../../src/shared/conversation';
import { findText } from './find-text';
import { shownMatches } from './shown-text';
import { writtenText } from './written-text';

/** Milliseconds of one step of a search; the page is free between two. */
const stepTime = 8;

/** Names of the highlights in find.css. */
const allName = 'iris-found';
const currentName = 'iris-found-current';

export interface SearchState {
  readonly total: number;
  /** Which match is shown, counted from 0. */
  readonly current: number | undefined;
  /** Whether there may be more. */
  readonly searching: boolean;
}

export const nothingFound: SearchState = { total: 0, current: undefined, searching: false };

interface SearchOptions {
  readonly scroller: HTMLElement;
  /** Renders a message that is an empty box so far. */
  readonly show: (id: string) => void;
  readonly onChange: (state: SearchState) => void;
}

/** A match, by what does not change when messages are rendered: the message and its number in it. */
interface Place {
  readonly messageId: string;
  readonly ordinal: number;
}

/** Finds words in the whole chat, marks them in what is rendered, and goes from one to the next. */
export class ChatSearch {
  readonly #options: SearchOptions;
  readonly #counts = new Map<string, number>();
  readonly #ranges = new Map<string, readonly Range[]>();
  #messages: readonly Message[] = [];
  #query = '';
  #place: Place | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  /** Looks for other words, or for the same ones in messages that have changed. What was shown stays the current match. */
  search(messages: readonly Message[], query: string): void {
    if (query !== this.#query) {
      this.#place = undefined;
    }
    this.#messages = messages;
    this.#query = query;
    this.#counts.clear();
    this.#ranges.clear();
    clearTimeout(this.#timer);
    this.#step(0);
  }

  /** Shows the next match, after the last one the first; or the one before. */
  async move(by: 1 | -1): Promise<void> {
    const { total, current } = this.#state(false);
    if (total > 0) {
      await this.#go(current === undefined ? this.#firstInView() : (current + by + total) % total);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    CSS.highlights.delete(allName);
    CSS.highlights.delete(currentName);
  }

  #step(from: number): void {
    const until = performance.now() + stepTime;
    let index = from;
    for (; index < this.#messages.length && performance.now() < until; index++) {
      this.#look(this.#messages[index]);
    }
    const isDone = index >= this.#messages.length;
    this.#timer = isDone ? undefined : setTimeout(() => this.#step(index));
    if (isDone) {
      this.#mark();
      if (this.#place === undefined) {
        void this.move(1);
      }
    }
    this.#options.onChange(this.#state(!isDone));
  }

  #look(message: Message | undefined): void {
    if (!message) {
      return;
    }
    const element = this.#element(message.id);
    if (element?.firstElementChild) {
      const ranges = shownMatches(element, this.#query);
      this.#ranges.set(message.id, ranges);
      this.#counts.set(message.id, ranges.length);
    } else {
      this.#counts.set(message.id, findText(writtenText(message), this.#query).length);
    }
  }

  async #go(index: number): Promise<void> {
    this.#place = this.#placeAt(index);
    const { messageId = '', ordinal = 0 } = this.#place ?? {};
    this.#options.show(messageId);
    await frame();
    this.#look(this.#messages.find(({ id }) => id === messageId));
    const range = this.#ranges.get(messageId)?.[ordinal];
    if (range) {
      scrollTo(this.#options.scroller, range);
      // What was out of sight had a guessed height.
      await frame();
      scrollTo(this.#options.scroller, range);
    }
    this.#mark();
    this.#options.onChange(this.#state(this.#timer !== undefined));
  }

  #mark(): void {
    const place = this.#place;
    const current = place && this.#ranges.get(place.messageId)?.[place.ordinal];
    CSS.highlights.set(
      allName,
      new Highlight(...[...this.#ranges.values()].flat().filter((range) => range !== current)),
    );
    CSS.highlights.set(currentName, new Highlight(...(current ? [current] : [])));
  }

  #state(searching: boolean): SearchState {
    let total = 0;
    let current: number | undefined;
    for (const { id } of this.#messages) {
      const count = this.#counts.get(id) ?? 0;
      if (this.#place?.messageId === id && this.#place.ordinal < count) {
        current = total + this.#place.ordinal;
      }
      total += count;
    }
    return { total, current, searching };
  }

  #placeAt(index: number): Place | undefined {
    let before = 0;
    for (const { id } of this.#messages) {
      const count = this.#counts.get(id) ?? 0;
      if (index < before + count) {
        return { messageId: id, ordinal: index - before };
      }
      before += count;
    }
    return undefined;
  }

  /** The first match in what is visible or below it. */
  #firstInView(): number {
    const top = this.#options.scroller.getBoundingClientRect().top;
    let before = 0;
    for (const { id } of this.#messages) {
      const count = this.#counts.get(id) ?? 0;
      if (count > 0 && (this.#element(id)?.getBoundingClientRect().bottom ?? 0) > top) {
        return before;
      }
      before += count;
    }
    return 0;
  }

  #element(id: string): Element | null {
    return this.#options.scroller.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  }
}

/** Moves only as far as is needed: to the middle when the range is not in view. */
function scrollTo(scroller: HTMLElement, range: Range): void {
  const box = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  // The search field lies over the top.
  const isInView = box.top >= view.top + 40 && box.bottom <= view.bottom;
  if (!isInView) {
    scroller.scrollTop += box.top - view.top - view.height / 3;
  }
  const block = range.startContainer.parentElement?.closest('pre, .table-scroll');
  if (block) {
    const left = block.getBoundingClientRect();
    if (box.right > left.right || box.left < left.left) {
      block.scrollLeft += box.left - left.left - left.width / 3;
    }
  }
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
