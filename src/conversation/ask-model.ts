import type { FinishReason, ModelDelta } from '../model/deltas';
import { ModelError } from '../model/model-error';
import type { MultimodalModel } from '../model/multimodal-model';
import type { AnswerMessage, ConversationState } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import type { BlobStore } from '../store/blob-store';
import { failedEnding, finishedEnding, type AnswerEnding } from './answer-ending';
import { buildRequest } from './build-request';
import { DeltaCoalescer } from './delta-coalescer';
import { describeFailure, type FailureContext } from './failure-text';
import { addUsage } from './usage';
import { orAborted, untilAborted } from './until-aborted';

export interface AskOptions {
  readonly model: MultimodalModel;
  /** The chat with the answer in it, empty or, when it is to go on, with its beginning. */
  readonly state: ConversationState;
  readonly answer: AnswerMessage;
  readonly blobs: BlobStore;
  /** Resolves once the question is on disk: nothing is sent before. */
  readonly saved: Promise<void>;
  readonly signal: AbortSignal;
  readonly record: (event: ConversationEvent) => void;
  /** Told of an error that is a bug here or in the model, not something that models do. */
  readonly report: (error: unknown) => void;
}

/** Sends the chat up to the answer and records what comes. Resolves to how the answer ended; `aborted` by the signal. */
export async function askModel(options: AskOptions): Promise<AnswerEnding | 'aborted'> {
  const asking = new Asking(options);
  try {
    return await asking.run();
  } catch (error) {
    if (options.signal.aborted) {
      return 'aborted';
    }
    if (!(error instanceof ModelError)) {
      options.report(error);
    }
    return asking.fail(error);
  }
}

class Asking {
  readonly #options: AskOptions;
  readonly #coalescer: DeltaCoalescer;
  #hasText: boolean;
  #imageCount = 0;
  #finishReason: FinishReason | undefined;

  constructor(options: AskOptions) {
    const { record, answer } = options;
    this.#options = options;
    this.#hasText = answer.text !== '';
    this.#coalescer = new DeltaCoalescer((kind, text) =>
      record({ type: kind === 'text' ? 'textAppended' : 'reasoningAppended', messageId: answer.id, text }),
    );
  }

  async run(): Promise<AnswerEnding> {
    const { model, state, answer, blobs, saved, signal } = this.#options;
    const messages = state.messages.slice(0, state.messages.indexOf(answer));
    const building = buildRequest({
      messages,
      blobs,
      model: answer.model,
      ...(answer.text !== '' && { partialAnswer: answer.text }),
    });
    const [request] = await orAborted(Promise.all([building, saved]), signal);
    if (request.status === 'failed') {
      return { status: 'failed', failure: request.failure };
    }
    this.#imageCount = request.imageCount;
    try {
      for await (const delta of untilAborted(model.streamChat(request.messages, { signal }), signal)) {
        this.#take(delta);
      }
    } finally {
      this.#coalescer.flush();
    }
    return finishedEnding(this.#finishReason, this.#failureContext());
  }

  fail(error: unknown): AnswerEnding {
    return failedEnding(error, this.#failureContext());
  }

  #take(delta: ModelDelta): void {
    const { answer, record } = this.#options;
    switch (delta.type) {
      case 'text':
        this.#hasText ||= delta.text.trim() !== '';
        this.#coalescer.add('text', delta.text);
        break;
      case 'reasoning':
        this.#coalescer.add('reasoning', delta.text);
        break;
      case 'usage':
        record({ type: 'usageReported', messageId: answer.id, usage: addUsage(answer.usage, delta.usage) });
        break;
      case 'retry': {
        const resumesAt = Date.now() + delta.delayMilliseconds;
        const failure = describeFailure(delta.error, this.#failureContext());
        record({
          type: 'retryScheduled',
          messageId: answer.id,
          retry: { attempt: delta.attempt, resumesAt, failure },
        });
        break;
      }
      case 'finish':
        this.#finishReason = delta.reason;
        break;
      case 'toolCall':
        // No tools are offered, so a call can only be a model's invention.
        break;
    }
  }

  #failureContext(): FailureContext {
    return {
      model: this.#options.answer.model,
      hasPartialAnswer: this.#hasText,
      imageCount: this.#imageCount,
    };
  }
}
