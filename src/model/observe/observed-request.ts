import { randomUUID } from 'node:crypto';
import { messageOf } from '../../util/message-of';
import type { TokenUsage } from '../../shared/usage';
import type { ModelDelta } from '../deltas';
import { ModelError } from '../model-error';
import type { ModelEvent, ModelObserver, Operation } from '../model-events';
import type { ModelMetadata } from '../multimodal-model';

export interface RequestFacts {
  readonly metadata: ModelMetadata;
  readonly observer: ModelObserver;
  readonly operation: Operation;
  readonly isLocal: boolean;
  readonly conversationId: string | undefined;
}

export type RequestResult = Pick<
  Extract<ModelEvent, { type: 'ended' }>,
  'usage' | 'estimatedInputTokens' | 'finishReason'
>;

/** Tells the observer what happens to one request: a start, and exactly one end. */
export class ObservedRequest {
  readonly #observer: ModelObserver;
  readonly #base: { readonly id: string; readonly endpoint: string; readonly model: string };
  readonly #began = performance.now();
  #hasToken = false;
  #isOver = false;

  constructor({ metadata, observer, operation, isLocal, conversationId }: RequestFacts) {
    this.#observer = observer;
    this.#base = { id: randomUUID(), endpoint: metadata.endpoint, model: metadata.model };
    observer({
      type: 'started',
      ...this.#now(),
      operation,
      metadata,
      isLocal,
      startedAt: Date.now(),
      ...(conversationId !== undefined && { conversationId }),
    });
  }

  /** Whether something of the answer has come. */
  get hasToken(): boolean {
    return this.#hasToken;
  }

  tellDelta(delta: ModelDelta): void {
    if (!this.#hasToken && holdsAnswer(delta)) {
      this.#hasToken = true;
      this.#observer({ type: 'firstToken', ...this.#now() });
    }
    this.#observer({ type: 'delta', ...this.#now(), delta });
  }

  end(result: RequestResult): void {
    if (this.#close()) {
      this.#observer({ type: 'ended', ...this.#now(), ...result });
    }
  }

  fail(thrown: unknown, usage: TokenUsage | undefined): void {
    if (this.#close()) {
      const error =
        thrown instanceof ModelError ? thrown : new ModelError('unknown', messageOf(thrown), { cause: thrown });
      this.#observer({ type: 'failed', ...this.#now(), error, ...(usage && { usage }) });
    }
  }

  cancel(usage: TokenUsage | undefined): void {
    if (this.#close()) {
      this.#observer({ type: 'cancelled', ...this.#now(), ...(usage && { usage }) });
    }
  }

  #close(): boolean {
    const wasOpen = !this.#isOver;
    this.#isOver = true;
    return wasOpen;
  }

  #now() {
    return { ...this.#base, milliseconds: performance.now() - this.#began };
  }
}

function holdsAnswer(delta: ModelDelta): boolean {
  return !['adjusted', 'outputChecked', 'usage', 'finish', 'retry'].includes(delta.type);
}
