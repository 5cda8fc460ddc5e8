import { ModelError } from '../model/model-error';
import type { MultimodalModel } from '../model/multimodal-model';
import type { AnswerMessage, ConversationState, Message, PendingRetry } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import type { ParameterLayer } from '../shared/parameters';
import { failedEnding, finishedEnding, type AnswerEnding } from './answer-ending';
import { AnswerRecorder } from './answer-recorder';
import { buildRequest, type BuiltRequest } from './build-request';
import type { ConversationServices } from './conversation-services';
import { describeFailure } from './failure-text';
import type { FailureContext } from './failure-wording/failure-context';
import type { FitMode } from './fitting/fit-questions';
import { SeamTrimmer } from './seam';
import { keepSpokenAnswer } from './spoken-answer';
import { orAborted, untilAborted } from './until-aborted';
import { waitUntil } from './wait-until';

export interface AskOptions {
  readonly model: MultimodalModel;
  /** The chat with the answer in it, empty or, when it is to go on, with its beginning. */
  readonly state: ConversationState;
  readonly answer: AnswerMessage;
  readonly services: ConversationServices;
  /** Resolves once the question is on disk: nothing is sent before. */
  readonly saved: Promise<void>;
  /** The server asked for a pause first. */
  readonly pause?: PendingRetry;
  /** How earlier attachments give way; as the model's limits ask for it where it is absent. */
  readonly fit?: FitMode;
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

/** What would make of the rest of an answer something that can't follow its beginning. */
const notWhenContinuing: ParameterLayer = { n: null, response_format: null, modalities: null, audio: null };

class Asking {
  readonly #options: AskOptions;
  readonly #recorder: AnswerRecorder;
  #imageCount = 0;
  #canGiveWay = false;

  constructor(options: AskOptions) {
    const { record, answer, model } = options;
    this.#options = options;
    // The built-in engine goes on where it stopped, and what it reads may well repeat itself.
    const isTrimmed = answer.text !== '' && !model.metadata.offline;
    this.#recorder = new AnswerRecorder({
      answer,
      record,
      ...(isTrimmed && { seam: new SeamTrimmer(answer.text) }),
      describeRetry: ({ attempt, delayMilliseconds, error }) => ({
        attempt,
        resumesAt: Date.now() + delayMilliseconds,
        failure: describeFailure(error, this.#failureContext()),
      }),
    });
  }

  async run(): Promise<AnswerEnding> {
    const { model, state, answer, signal, record } = this.#options;
    await this.#pause();
    const request = await this.#build();
    if (request.status === 'failed') {
      return { status: 'failed', failure: request.failure };
    }
    this.#imageCount = request.imageCount;
    this.#canGiveWay = request.canGiveWay;
    if (request.reduced.length > 0 || answer.reduced) {
      record({ type: 'attachmentsReduced', messageId: answer.id, reduced: request.reduced });
    }
    const deltas = model.streamChat(request.messages, {
      signal,
      conversationId: state.id,
      parameters: { ...state.parameters, ...(answer.text !== '' && notWhenContinuing) },
    });
    let kept: 'kept' | { readonly error: unknown };
    try {
      for await (const delta of untilAborted(deltas, signal)) {
        this.#recorder.take(delta);
      }
    } finally {
      this.#recorder.end();
      kept = await this.#keepSound();
    }
    if (kept !== 'kept') {
      throw new ModelError('storage', 'The spoken answer was not stored.', { cause: kept.error });
    }
    const { finishReason, hasAnswer } = this.#recorder;
    return finishedEnding(finishReason, { ...this.#failureContext(), hasAnswer });
  }

  fail(error: unknown): AnswerEnding {
    return failedEnding(error, this.#failureContext());
  }

  async #pause(): Promise<void> {
    const { pause, answer, record, signal } = this.#options;
    if (pause) {
      record({ type: 'retryScheduled', messageId: answer.id, retry: pause });
      await waitUntil(pause.resumesAt, signal);
    }
  }

  async #build(): Promise<BuiltRequest> {
    const { model, state, answer, services, saved, fit, signal } = this.#options;
    const { blobs, derived, instructions } = services;
    const building = async (): Promise<BuiltRequest> =>
      await buildRequest({
        messages: await this.#prepared(state.messages.slice(0, state.messages.indexOf(answer))),
        blobs,
        ...(derived && { derived }),
        target: model.metadata,
        ...(instructions && { instructions: await instructions() }),
        ...(state.systemPrompt && { systemPrompt: state.systemPrompt }),
        ...(state.parameters && { parameters: state.parameters }),
        ...(answer.text !== '' && { partialAnswer: answer.text }),
        ...(fit && { fit }),
      });
    const [request] = await orAborted(Promise.all([building(), saved]), signal);
    return request;
  }

  /** What is attached to the question may have been prepared for another model, which was asked first. */
  async #prepared(messages: readonly Message[]): Promise<readonly Message[]> {
    const { model, services, signal, record } = this.#options;
    const { prepareFor } = services;
    const question = messages.at(-1);
    if (!prepareFor || question?.role !== 'user') {
      return messages;
    }
    const attachments = await Promise.all(
      question.attachments.map((attachment) => prepareFor(attachment, model.metadata, signal)),
    );
    if (attachments.every((attachment, index) => attachment === question.attachments[index])) {
      return messages;
    }
    record({ type: 'attachmentsReplaced', messageId: question.id, attachments });
    return messages.with(-1, { ...question, attachments });
  }

  /** Whatever came of a spoken answer can be played, also of one that broke off. */
  async #keepSound(): Promise<'kept' | { readonly error: unknown }> {
    const { answer, services, record } = this.#options;
    const { sound } = this.#recorder;
    try {
      const spoken = sound && (await keepSpokenAnswer(sound, services.blobs));
      if (spoken) {
        record({ type: 'answerSpoken', messageId: answer.id, spoken });
      }
      return 'kept';
    } catch (error) {
      return { error };
    }
  }

  #failureContext(): FailureContext {
    return {
      model: this.#options.answer.model,
      hasPartialAnswer: this.#recorder.hasText,
      imageCount: this.#imageCount,
      canGiveWay: this.#canGiveWay,
    };
  }
}
