import type { ConversationEvent } from '../../shared/conversation-events';
import type { Disposable } from '../../util/disposable';

/** Calls back once, about so many milliseconds later; disposing prevents it. */
export type Schedule = (run: () => void, milliseconds: number) => Disposable;

type TextEvent = Extract<ConversationEvent, { type: 'textAppended' | 'reasoningAppended' }>;

const frameMilliseconds = 33;

/**
 * Joins the text events of a streaming answer, so that the panel hears about 30 times each second however fast the
 * model is, and however many answers it writes in turn. Order is kept: any other event sends first what waits.
 */
export class EventCoalescer implements Disposable {
  readonly #send: (event: ConversationEvent) => void;
  readonly #schedule: Schedule;
  /** By what they belong to. */
  readonly #waiting = new Map<string, TextEvent>();
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
    const key = `${event.type}:${event.messageId}:${event.alternative ?? 0}`;
    const waiting = this.#waiting.get(key);
    this.#waiting.set(key, waiting ? { ...event, text: waiting.text + event.text } : event);
    this.#timer ??= this.#schedule(() => this.flush(), frameMilliseconds);
  }

  flush(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach((event) => this.#send(event));
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#waiting.clear();
  }
}

function afterTimeout(run: () => void, milliseconds: number): Disposable {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
}
