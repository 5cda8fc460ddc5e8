import type { MultimodalModel } from '../model/multimodal-model';
import type { Attachment } from '../shared/attachment/attachment';
import type { ConversationState } from '../shared/conversation';
import type { ConversationEvent, FilingEvent } from '../shared/conversation-events';
import type { Failure } from '../shared/failure';
import type { ParameterLayer } from '../shared/parameters';
import type { ConversationJournal } from '../store/conversation-store';
import { Emitter, type Event } from '../util/emitter';
import { ConversationRecord } from './conversation-record';
import type { ConversationServices } from './conversation-services';
import type { FitMode } from './fitting/fit-questions';
import { TurnBeginnings } from './turn-beginnings';
import { TurnRunner, type TurnOptions } from './turn-runner';
import { findAnswer, findQuestion, hasImages, isStreaming, labelOf, questionOf, turnOf } from './turns';

export interface Question {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

export interface ConversationOptions extends ConversationServices {
  /** Absent when the chat can only be read. */
  readonly journal?: ConversationJournal;
  /** Absent for a new chat. */
  readonly state?: ConversationState;
  /** Why the chat can only be read, as a sentence. */
  readonly readOnlyReason?: string;
  /** What happened to the chat's file, as a sentence. */
  readonly notice?: string;
}

/** Whether a turn was taken; any failure of the model is in the answer itself. */
export type TurnOutcome = 'ended' | 'busy' | 'readOnly' | 'noSuchMessage' | 'empty';

/** Whether something about the chat was changed that asks no model. */
export type ChangeOutcome = 'changed' | Exclude<TurnOutcome, 'ended' | 'empty'>;

/**
 * One chat that can be talked in: asks a model, turns what comes into events, keeps them. There is one turn at a time.
 * Each way of asking resolves when the answer has ended, and does not throw for what models, networks and disks do.
 */
export class Conversation {
  readonly notice: string | undefined;
  readonly #record: ConversationRecord;
  readonly #beginnings: TurnBeginnings;
  readonly #turns: TurnRunner;
  readonly #unexpectedErrors = new Emitter<unknown>();
  readonly #refreshes = new Emitter<void>();
  #readOnlyReason: string | undefined;
  #isClosed = false;

  constructor(options: ConversationOptions) {
    const { journal, state, readOnlyReason, notice, ...services } = options;
    this.#record = new ConversationRecord(journal, state);
    this.#beginnings = new TurnBeginnings(this.#record, services);
    this.#turns = new TurnRunner({
      record: this.#record,
      services,
      report: (error) => this.#unexpectedErrors.fire(error),
    });
    this.#readOnlyReason = readOnlyReason;
    this.notice = notice;
  }

  get id(): string {
    return this.state.id;
  }

  get state(): ConversationState {
    return this.#record.state;
  }

  /** Why nothing can be asked here, as a sentence; absent when it can. */
  get readOnlyReason(): string | undefined {
    return this.#readOnlyReason;
  }

  /** An answer is being made. */
  get busy(): boolean {
    return this.#turns.busy;
  }

  /** Set when a part of the chat is in memory only. */
  get storageFailure(): Failure | undefined {
    return this.#record.storageFailure;
  }

  /** Fired after `state` has changed. */
  get onEvent(): Event<ConversationEvent> {
    return this.#record.onEvent;
  }

  /** Fired at most once. */
  get onStorageFailure(): Event<Failure> {
    return this.#record.onStorageFailure;
  }

  /** Fired with errors for the log: the answer says only that something unexpected went wrong. */
  get onUnexpectedError(): Event<unknown> {
    return this.#unexpectedErrors.event;
  }

  /** Fired when the chat was read anew: `state` and `readOnlyReason` may differ in any way. */
  get onRefresh(): Event<void> {
    return this.#refreshes.event;
  }

  /** Takes what was read anew of a chat that another window holds, or held: with a journal it can be written from now on. */
  refresh(state: ConversationState, journal?: ConversationJournal): void {
    this.#record.refresh(state, journal);
    if (journal) {
      this.#readOnlyReason = undefined;
    }
    this.#refreshes.fire();
  }

  async send({ model, ...question }: Question & { readonly model: MultimodalModel }): Promise<TurnOutcome> {
    return this.#refusal ?? (await this.#turns.run({ model }, () => this.#beginnings.addQuestion(model, question)));
  }

  /** Asks the question of this answer (or this question) again. The answer and all that follows are put aside. */
  async retry(messageId: string, model: MultimodalModel, fit?: FitMode): Promise<TurnOutcome> {
    return await this.#askAgain(messageId, { model, fit });
  }

  /** Asks again, from now on without the pictures of this question and of all earlier ones. */
  async retryWithoutImages(messageId: string, model: MultimodalModel): Promise<TurnOutcome> {
    const change = (): void =>
      this.#record.add({
        type: 'imagesLeftOut',
        messageIds: this.state.messages.filter(hasImages).map(({ id }) => id),
      });
    return await this.#askAgain(messageId, { model, change });
  }

  /**
   * Asks again, or lets the answer go on if it has begun, as soon as the server of a failed answer takes requests again.
   * The wait is a part of the turn: it is shown and can be stopped.
   */
  async waitAndRetry(messageId: string, model: MultimodalModel): Promise<TurnOutcome> {
    const answer = findAnswer(this.state.messages, messageId);
    const { failure } = answer ?? {};
    const pause = failure?.retryAt === undefined ? undefined : { attempt: 2, resumesAt: failure.retryAt, failure };
    return answer?.text
      ? await this.#goOn(messageId, { model, pause })
      : await this.#askAgain(messageId, { model, pause });
  }

  /** Asks the question with other words and the same attachments. The old question and all that follows are put aside. */
  async edit(messageId: string, text: string, model: MultimodalModel): Promise<TurnOutcome> {
    const question = findQuestion(this.state.messages, messageId);
    if (this.#refusal || !question) {
      return this.#refusal ?? 'noSuchMessage';
    }
    if (text.trim() === '' && question.attachments.length === 0) {
      return 'empty';
    }
    return await this.#turns.run({ model }, () => {
      const before = this.state.messages[this.state.messages.indexOf(question) - 1];
      this.#beginnings.startBranch(before?.id ?? '', question);
      return this.#beginnings.addQuestion(model, { ...question, text });
    });
  }

  /** Lets a model go on where the answer ends. An answer that has no text yet is asked for again. */
  async continueAnswer(messageId: string, model: MultimodalModel): Promise<TurnOutcome> {
    return await this.#goOn(messageId, { model });
  }

  /** Removes the question and all its answers, given either. An answer that is still coming is stopped first. */
  async deleteTurn(messageId: string): Promise<Exclude<TurnOutcome, 'busy'>> {
    if (this.#isReadOnly) {
      return 'readOnly';
    }
    if (turnOf(this.state.messages, messageId).some(isStreaming)) {
      await this.stop();
    }
    const removed = turnOf(this.state.messages, messageId);
    if (removed.length === 0) {
      return 'noSuchMessage';
    }
    this.#record.add({ type: 'messagesRemoved', messageIds: removed.map(({ id }) => id) });
    await this.#record.flush();
    return 'ended';
  }

  /** Sets all parameters of this chat, for its next questions. The values are checked when they are sent. */
  setParameters(parameters: ParameterLayer): ChangeOutcome {
    return this.#change({ type: 'parametersChanged', parameters });
  }

  /** Sets the instructions of this chat, for its next questions; empty takes them away. */
  setSystemPrompt(systemPrompt: string): ChangeOutcome {
    return this.#change({ type: 'systemPromptChanged', systemPrompt });
  }

  /** Prefers another of several answers, counted from 0 among the alternatives. */
  chooseAlternative(messageId: string, alternative: number): ChangeOutcome {
    const answer = findAnswer(this.state.messages, messageId);
    if (!answer?.alternatives?.[alternative]) {
      return 'noSuchMessage';
    }
    return isStreaming(answer) ? 'busy' : this.#change({ type: 'alternativeChosen', messageId, alternative });
  }

  /** Changes where the chat stands in the list, while an answer is being made too. */
  file(event: FilingEvent): ChangeOutcome {
    return this.#change(event);
  }

  /** Goes on in another of the ways that follow a message (empty: the beginning), counted from 0. */
  chooseBranch(parentId: string, branch: number): ChangeOutcome {
    if (this.busy) {
      return 'busy';
    }
    const fork = this.state.forks?.find((candidate) => candidate.parentId === parentId);
    return fork?.branches[branch] ? this.#change({ type: 'branchChosen', parentId, branch }) : 'noSuchMessage';
  }

  /** Others take the place of what is attached to this question: without secrets, or fewer. */
  replaceAttachments(messageId: string, attachments: readonly Attachment[]): ChangeOutcome {
    return findQuestion(this.state.messages, messageId)
      ? this.#change({ type: 'attachmentsReplaced', messageId, attachments })
      : 'noSuchMessage';
  }

  /** Sends an attachment of this question whole with every further one, or not any more. */
  keepAttachment(messageId: string, attachmentId: string, kept: boolean): ChangeOutcome {
    const question = findQuestion(this.state.messages, messageId);
    return question?.attachments.some(({ id }) => id === attachmentId)
      ? this.#change({ type: 'attachmentKept', messageId, attachmentId, kept })
      : 'noSuchMessage';
  }

  /** Ends the answer that is being made; resolves when it has ended. What came is kept. */
  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  /** Interrupts what runs, saves, and lets other windows write. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turns.interrupt();
    await this.#record.close();
  }

  get #isReadOnly(): boolean {
    return !this.#record.isWritable || this.#isClosed;
  }

  get #refusal(): 'busy' | 'readOnly' | undefined {
    return this.#isReadOnly ? 'readOnly' : this.busy ? 'busy' : undefined;
  }

  #change(event: ConversationEvent): ChangeOutcome {
    if (this.#isReadOnly) {
      return 'readOnly';
    }
    this.#record.add(event);
    return 'changed';
  }

  async #askAgain(
    messageId: string,
    { change, ...options }: TurnOptions & { readonly change?: () => void },
  ): Promise<TurnOutcome> {
    const question = questionOf(this.state.messages, messageId);
    if (this.#refusal || !question) {
      return this.#refusal ?? 'noSuchMessage';
    }
    return await this.#turns.run(options, () => {
      this.#beginnings.startBranch(question.id);
      change?.();
      return this.#beginnings.startAnswer(options.model);
    });
  }

  async #goOn(messageId: string, options: TurnOptions): Promise<TurnOutcome> {
    const answer = findAnswer(this.state.messages, messageId);
    if (this.#refusal || !answer) {
      return this.#refusal ?? 'noSuchMessage';
    }
    if (answer.text === '') {
      return await this.#askAgain(messageId, options);
    }
    return await this.#turns.run(options, () => {
      this.#record.add({ type: 'answerResumed', messageId, model: labelOf(options.model) });
      return messageId;
    });
  }
}
