import type { ConversationState } from '../shared/conversation';
import { applyEvent, emptyConversation, type ConversationEvent } from '../shared/conversation-events';
import type { Failure } from '../shared/failure';
import type { ConversationJournal } from '../store/conversation-store';
import { Emitter, type Event } from '../util/emitter';
import { describeStorageFailure } from './failure-text';

/** What happened in one chat: folds its events, keeps them, tells them. */
export class ConversationRecord {
  readonly #events = new Emitter<ConversationEvent>();
  readonly #storageFailures = new Emitter<Failure>();
  #journal: ConversationJournal | undefined;
  #state: ConversationState;
  #isCreated: boolean;
  #storageFailure: Failure | undefined;

  /** Without a journal it can only be read; without a state it is a new chat. */
  constructor(journal: ConversationJournal | undefined, state: ConversationState | undefined) {
    this.#isCreated = state !== undefined;
    this.#state = state ?? newConversation(journal);
    this.#useJournal(journal);
  }

  get state(): ConversationState {
    return this.#state;
  }

  get isWritable(): boolean {
    return this.#journal !== undefined;
  }

  /** Set when a part of the chat is in memory only. */
  get storageFailure(): Failure | undefined {
    return this.#storageFailure;
  }

  /** Fired after `state` has changed. */
  get onEvent(): Event<ConversationEvent> {
    return this.#events.event;
  }

  /** Fired at most once. */
  get onStorageFailure(): Event<Failure> {
    return this.#storageFailures.event;
  }

  /** Takes what was read anew; with a journal it can be written from now on. */
  refresh(state: ConversationState, journal?: ConversationJournal): void {
    this.#state = state;
    if (journal) {
      this.#useJournal(journal);
    }
  }

  add(event: ConversationEvent): void {
    this.#state = applyEvent(this.#state, event);
    // What is set in a chat that is never used leaves no file behind.
    if (this.#isCreated) {
      this.#journal?.append(event);
    }
    this.#events.fire(event);
  }

  /** Names the chat after its first question; with that it begins to be kept, and what was set before with it. */
  name(title: string, createdAt: number): void {
    const { id, messages, parameters, systemPrompt, workspace } = this.#state;
    if (this.#isCreated) {
      if (messages.length === 0 && title !== this.#state.title) {
        this.add({ type: 'titleChanged', title });
      }
      return;
    }
    this.#isCreated = true;
    this.add({ type: 'conversationCreated', id, title, createdAt, ...(workspace && { workspace }) });
    if (parameters) {
      this.#journal?.append({ type: 'parametersChanged', parameters });
    }
    if (systemPrompt !== undefined) {
      this.#journal?.append({ type: 'systemPromptChanged', systemPrompt });
    }
  }

  /** Resolves once all of it is on disk, or can't be. */
  async flush(): Promise<void> {
    await this.#journal?.flush();
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  #useJournal(journal: ConversationJournal | undefined): void {
    this.#journal = journal;
    journal?.onFailure((error) => {
      this.#storageFailure = describeStorageFailure(error);
      this.#storageFailures.fire(this.#storageFailure);
    });
  }
}

function newConversation(journal: ConversationJournal | undefined): ConversationState {
  const { conversationId: id = '', workspace } = journal ?? {};
  return { ...emptyConversation, id, ...(workspace && { workspace }) };
}
