import type { Message } from '../../src/shared/conversation';
import { findText } from './find-text';
import { ShownMatches } from './shown-matches';
import { finish, type Steps } from './steps';
import { writtenText } from './written-text';

/** Milliseconds of one step of a search; the page is free between two. */
const stepTime = 8;

/** What is marked beyond the view, above and below it, in heights of the view. */
const markedAround = 0.5;

/** Milliseconds after which lines are marked that came into view without a scroll. */
const markDelay = 100;

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

/** Finds words in the whole chat, marks them in what is in view, and goes from one to the next. */
export class ChatSearch {
  readonly #options: SearchOptions;
  readonly #counts = new Map<string, number>();
  readonly #shown = new Map<string, ShownMatches>();
  readonly #resizes = new ResizeObserver(() => this.#markSoon());
  #messages: readonly Message[] = [];
  #query = '';
  #place: Place | undefined;
  #steps: Steps<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #markTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is to be searched as soon as the search that runs has ended. */
  #next: readonly Message[] | undefined;
  /** Where the view was when it was marked last. */
  #markedTop = 0;

  constructor(options: SearchOptions) {
    this.#options = options;
    const { scroller } = options;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    for (const element of [scroller, ...scroller.children]) {
      this.#resizes.observe(element);
    }
  }

  /** Looks for other words, or for the same ones in messages that have changed. What was shown stays the current match. */
  search(messages: readonly Message[], query: string): void {
    if (query === this.#query && this.#steps) {
      // A search that began anew with each change would never end in a long chat that grows.
      this.#next = messages;
      return;
    }
    if (query !== this.#query) {
      this.#place = undefined;
      this.#counts.clear();
      this.#shown.clear();
    }
    this.#messages = messages;
    this.#query = query;
    this.#next = undefined;
    this.#steps = this.#lookAtAll(messages);
    clearTimeout(this.#timer);
    this.#step(this.#steps);
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
    clearTimeout(this.#markTimer);
    this.#resizes.disconnect();
    this.#options.scroller.removeEventListener('scroll', this.#scrolled);
    CSS.highlights.delete(allName);
    CSS.highlights.delete(currentName);
  }

  #step(steps: Steps<void>): void {
    const until = performance.now() + stepTime;
    let isDone = false;
    do {
      isDone = steps.next().done === true;
    } while (!isDone && performance.now() < until);
    if (isDone) {
      this.#end();
    } else {
      this.#timer = setTimeout(() => this.#step(steps));
    }
    this.#options.onChange(this.#state(!isDone));
  }

  #end(): void {
    this.#steps = undefined;
    this.#mark();
    if (this.#place === undefined) {
      void this.move(1);
    }
    if (this.#next) {
      const next = this.#next;
      this.#timer = setTimeout(() => this.search(next, this.#query));
    }
  }

  *#lookAtAll(messages: readonly Message[]): Steps<void> {
    for (const message of messages) {
      yield* this.#look(message);
      yield;
    }
  }

  *#look(message: Message): Steps<void> {
    const element = this.#element(message.id);
    if (element?.firstElementChild) {
      const found = yield* ShownMatches.find(element, this.#query);
      this.#shown.set(message.id, found);
      this.#counts.set(message.id, found.count);
    } else {
      const text = yield* writtenText(message);
      this.#shown.delete(message.id);
      this.#counts.set(message.id, [...findText(text, this.#query)].length);
    }
  }

  async #go(index: number): Promise<void> {
    this.#place = this.#placeAt(index);
    this.#options.show(this.#place?.messageId ?? '');
    await frame();
    const range = this.#currentRange() ?? this.#lookForCurrent();
    if (range) {
      scrollTo(this.#options.scroller, range);
      // What was out of sight had a guessed height.
      await frame();
      scrollTo(this.#options.scroller, range);
    }
    this.#mark();
    this.#options.onChange(this.#state(this.#steps !== undefined));
  }

  #currentRange(): Range | undefined {
    return this.#place && this.#shown.get(this.#place.messageId)?.range(this.#place.ordinal);
  }

  /** Where the message of the current match was rendered since. */
  #lookForCurrent(): Range | undefined {
    const message = this.#messages.find(({ id }) => id === this.#place?.messageId);
    if (message) {
      finish(this.#look(message));
    }
    return this.#currentRange();
  }

  readonly #scrolled = (): void => {
    const { scrollTop, clientHeight } = this.#options.scroller;
    if (Math.abs(scrollTop - this.#markedTop) > clientHeight * markedAround * 0.5) {
      this.#mark();
    }
  };

  /** Lines have moved. While an answer streams they do with each frame. */
  #markSoon(): void {
    this.#markTimer ??= setTimeout(() => {
      this.#markTimer = undefined;
      this.#mark();
    }, markDelay);
  }

  /** In and near the view only: with each change of the page, Chromium takes some microseconds for every range there is. */
  #mark(): void {
    const { scroller } = this.#options;
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const band = { top: top - height * markedAround, bottom: bottom + height * markedAround };
    const current = this.#currentRange();
    const all = [...this.#shown.values()].flatMap((shown) => shown.within(band));
    this.#markedTop = scroller.scrollTop;
    CSS.highlights.set(allName, new Highlight(...all.filter((range) => !current || !isSame(range, current))));
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
    // What has no element yet is far above or below those that have one.
    const first = this.#messages.findIndex(
      ({ id }) => (this.#element(id)?.getBoundingClientRect().bottom ?? top) > top,
    );
    const counts = this.#messages.map(({ id }) => this.#counts.get(id) ?? 0);
    return sum(counts.slice(first)) > 0 ? sum(counts.slice(0, first)) : 0;
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

function isSame(range: Range, other: Range): boolean {
  return range.compareBoundaryPoints(Range.START_TO_START, other) === 0;
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
