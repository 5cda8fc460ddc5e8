import type { ConversationEvent } from '../src/shared/conversation-events';
import { reduce } from './state';
import type { ViewAction, ViewState } from './state';

type Listener = (state: ViewState, previous: ViewState) => void;

/**
 * Holds the state. What streams is gathered and applied once per frame; everything else is applied at once, after what
 * came before it.
 */
export class Store {
  readonly #schedule: (run: () => void) => void;
  readonly #listeners: Listener[] = [];
  #state: ViewState;
  #waiting: Streamed[] = [];

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
    if (isStreamed(action)) {
      this.#gather(action);
    } else {
      this.#apply([...this.#waiting, action]);
    }
  }

  #gather(action: Streamed): void {
    if (this.#waiting.length === 0) {
      this.#schedule(() => this.#apply(this.#waiting));
    }
    // Several streams may take turns, and their order among each other makes no difference.
    const index = this.#waiting.findIndex((waiting) => sameStream(waiting, action));
    const waiting = this.#waiting[index];
    if (waiting) {
      this.#waiting[index] = { ...waiting, event: join(waiting.event, action.event) };
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

type StreamedEvent = Extract<
  ConversationEvent,
  { type: 'textAppended' | 'reasoningAppended' | 'refusalAppended' | 'logprobsAppended' }
>;

type Streamed = Extract<ViewAction, { type: 'conversationEvent' }> & { readonly event: StreamedEvent };

function isStreamed(action: ViewAction): action is Streamed {
  return action.type === 'conversationEvent' && isStreamedEvent(action.event);
}

function isStreamedEvent(event: ConversationEvent): event is StreamedEvent {
  return ['textAppended', 'reasoningAppended', 'refusalAppended', 'logprobsAppended'].includes(event.type);
}

/** Whether both add to the same thing. */
function sameStream(first: Streamed, second: Streamed): boolean {
  return (
    first.conversationId === second.conversationId &&
    first.event.type === second.event.type &&
    first.event.messageId === second.event.messageId &&
    alternativeOf(first.event) === alternativeOf(second.event)
  );
}

function alternativeOf(event: StreamedEvent): number {
  return event.type === 'textAppended' || event.type === 'reasoningAppended' ? (event.alternative ?? 0) : 0;
}

/** One event for two of the same stream. */
function join(first: StreamedEvent, second: StreamedEvent): StreamedEvent {
  if (first.type === 'logprobsAppended') {
    return second.type === 'logprobsAppended' ? { ...first, tokens: [...first.tokens, ...second.tokens] } : first;
  }
  return second.type === 'logprobsAppended' ? first : { ...first, text: first.text + second.text };
}
