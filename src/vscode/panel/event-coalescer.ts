import type { ConversationEvent } from '../../shared/conversation-events';
import type { Disposable } from '../../util/disposable';

/** Calls back once, about so many milliseconds later; disposing prevents it. */
export type Schedule = (run: () => void, milliseconds: number) => Disposable;

const frameMilliseconds = 33;

/**
 * Joins the text events of a streaming answer, so that the panel hears about 30 of them each second however fast the
 * model is. Order is kept: any other event sends first what waits.
 */
export class EventCoalescer implements Disposable {
  readonly #send: (event: ConversationEvent) => void;
  readonly #schedule: Schedule;
  #waiting: Extract<ConversationEvent, { type: 'textAppended' | 'reasoningAppended' }> | undefined;
  #timer: Disposable | undefined;

  constructor(send: (event: ConversationEvent) => void, schedule: Schedule = afterTimeout) {
    this.#send = send;
    this.#schedule = schedule;
  }

  push(event: ConversationEvent): void {
    if (event.type !== 'textAppended' && event.type !== 'reasoningAppended') {
      this.flush();
      this.#send(event);
      return;
    }
    const waiting = this.#waiting;
    if (waiting?.type === event.type && waiting.messageId === event.messageId) {
      this.#waiting = { ...event, text: waiting.text + event.text };
      return;
    }
    this.flush();
    this.#waiting = event;
    this.#timer = this.#schedule(() => this.flush(), frameMilliseconds);
  }

  flush(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) {
      this.#send(waiting);
    }
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#waiting = undefined;
  }
}

function afterTimeout(run: () => void, milliseconds: number): Disposable {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
}
