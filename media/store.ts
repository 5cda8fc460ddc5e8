import { reduce } from './state';
import type { ViewAction, ViewState } from './state';

type Listener = (state: ViewState, previous: ViewState) => void;

/**
 * Holds the state. Streamed text is gathered and applied once per frame; everything else is applied at once, after the
 * text that came before it.
 */
export class Store {
  readonly #schedule: (run: () => void) => void;
  readonly #listeners: Listener[] = [];
  #state: ViewState;
  #waiting: StreamedText[] = [];

  /** @param schedule runs its argument before the next frame is painted */
  constructor(initial: ViewState, schedule: (run: () => void) => void) {
    this.#state = initial;
    this.#schedule = schedule;
  }

  get state(): ViewState {
    return this.#state;
  }

  subscribe(listener: Listener): void {
    this.#listeners.push(listener);
  }

  dispatch(action: ViewAction): void {
    if (isStreamedText(action)) {
      this.#gather(action);
    } else {
      this.#apply([...this.#waiting, action]);
    }
  }

  #gather(action: StreamedText): void {
    if (this.#waiting.length === 0) {
      this.#schedule(() => this.#apply(this.#waiting));
    }
    const last = this.#waiting.at(-1);
    const joined = last && join(last, action);
    if (joined) {
      this.#waiting[this.#waiting.length - 1] = joined;
    } else {
      this.#waiting.push(action);
    }
  }

  #apply(actions: readonly ViewAction[]): void {
    this.#waiting = [];
    const previous = this.#state;
    this.#state = actions.reduce(reduce, previous);
    if (this.#state !== previous) {
      this.#listeners.forEach((listener) => listener(this.#state, previous));
    }
  }
}

type StreamedText = Extract<ViewAction, { type: 'conversationEvent' }> & {
  readonly event: { readonly type: 'textAppended' | 'reasoningAppended' };
};

function isStreamedText(action: ViewAction): action is StreamedText {
  return (
    action.type === 'conversationEvent' &&
    (action.event.type === 'textAppended' || action.event.type === 'reasoningAppended')
  );
}

/** One action for both, when they add to the same text. */
function join(first: StreamedText, second: StreamedText): StreamedText | undefined {
  const same =
    first.conversationId === second.conversationId &&
    first.event.type === second.event.type &&
    first.event.messageId === second.event.messageId;
  return same ? { ...first, event: { ...first.event, text: first.event.text + second.event.text } } : undefined;
}
