import type { MultimodalModel } from '../model/multimodal-model';
import type { PendingRetry } from '../shared/conversation';
import type { AnswerEnding } from './answer-ending';
import { askModel } from './ask-model';
import type { ConversationRecord } from './conversation-record';
import type { ConversationServices } from './conversation-services';
import { describeInterruption } from './failure-text';
import type { FitMode } from './fitting/fit-questions';
import { findAnswer } from './turns';

export interface TurnOptions {
  readonly model: MultimodalModel;
  /** The server wants to be left alone for so long. */
  readonly pause?: PendingRetry | undefined;
  readonly fit?: FitMode | undefined;
}

export interface TurnRunnerOptions {
  readonly record: ConversationRecord;
  readonly services: ConversationServices;
  /** Told of errors for the log: the answer says only that something unexpected went wrong. */
  readonly report: (error: unknown) => void;
}

/** Has the answers of a chat made, one at a time. */
export class TurnRunner {
  readonly #options: TurnRunnerOptions;
  #turn: Turn | undefined;
  /** The turn that runs, or the last one. */
  #ended: Promise<void> = Promise.resolve();
  #isInterrupted = false;

  constructor(options: TurnRunnerOptions) {
    this.#options = options;
  }

  /** An answer is being made. */
  get busy(): boolean {
    return this.#turn !== undefined;
  }

  /** Changes the chat so that it holds an answer to be made (named by what `begin` returns), then makes it. */
  async run(options: TurnOptions, begin: () => string): Promise<'ended'> {
    // Before any event, so that no listener can take a turn in between.
    this.#turn = { ...options, controller: new AbortController() };
    this.#ended = this.#run(this.#turn, begin());
    await this.#ended;
    return 'ended';
  }

  /** Ends the answer that is being made; resolves when it has ended. What came is kept. */
  async stop(): Promise<void> {
    this.#turn?.controller.abort();
    await this.#ended;
  }

  /** Ends it for another reason than that the person wanted it. */
  async interrupt(): Promise<void> {
    this.#isInterrupted = true;
    await this.stop();
  }

  async #run({ model, pause, fit, controller: { signal } }: Turn, messageId: string): Promise<void> {
    const { record, services, report } = this.#options;
    const answer = findAnswer(record.state.messages, messageId);
    if (!answer) {
      throw new Error('A turn began without an answer.');
    }
    const ending = await askModel({
      model,
      state: record.state,
      answer,
      services,
      saved: record.flush(),
      ...(pause && { pause }),
      ...(fit && { fit }),
      signal,
      record: (event) => record.add(event),
      report,
    });
    // Before the event, so that whoever hears of the end may ask the next question.
    this.#turn = undefined;
    record.add({
      type: 'answerEnded',
      messageId,
      ...(ending === 'aborted' ? this.#abortedEnding(messageId) : ending),
    });
    await record.flush();
  }

  #abortedEnding(messageId: string): AnswerEnding {
    const answer = findAnswer(this.#options.record.state.messages, messageId);
    return this.#isInterrupted && answer
      ? { status: 'interrupted', failure: describeInterruption(answer) }
      : { status: 'stopped' };
  }
}

interface Turn extends TurnOptions {
  readonly controller: AbortController;
}
