import { t } from '@vscode/l10n';
import type { ConversationStore, HeldConversation } from '../store/conversation-store';
import type { ConversationEvent, FilingEvent } from '../shared/conversation-events';
import { UNDO_MILLISECONDS } from '../shared/undo-time';
import { Emitter, type Event } from '../util/emitter';
import { Conversation } from './conversation';
import type { ConversationServices } from './conversation-services';
import { DeletedChats } from './deleted-chats';

export interface OpenConversationsOptions extends ConversationServices {
  readonly store: ConversationStore;
  /** How long a deletion can be taken back; half a minute by default. */
  readonly undoMilliseconds?: number;
}

/** How often a chat is looked at that another window holds. */
const followMilliseconds = 1_000;

/** After these a list of chats looks different. */
const listEvents: ReadonlySet<ConversationEvent['type']> = new Set([
  'conversationCreated',
  'titleChanged',
  'conversationPinned',
  'conversationArchived',
  'userMessageAdded',
  'messagesRemoved',
  'branchStarted',
  'branchChosen',
  'answerEnded',
] as const);

/** Of an answer in any chat that is open. */
export interface AnswerEnd {
  readonly conversationId: string;
  readonly status: Extract<ConversationEvent, { type: 'answerEnded' }>['status'];
}

interface Entry {
  readonly conversation: Conversation;
  users: number;
}

/**
 * The chats that are open in this window. Panels that show the same chat share one `Conversation`; it is closed when the
 * last of them has let go and its answer has ended.
 */
export class OpenConversations {
  readonly #options: OpenConversationsOptions;
  readonly #entries = new Map<string, Entry>();
  /** Openings and closings of each chat, one after the other. */
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #listChanges = new Emitter<void>();
  readonly #answerEnds = new Emitter<AnswerEnd>();
  readonly #deletions = new Emitter<string>();
  readonly #removals = new Emitter<string>();
  readonly #unexpectedErrors = new Emitter<unknown>();
  readonly #deleted: DeletedChats;

  constructor(options: OpenConversationsOptions) {
    this.#options = options;
    this.#deleted = new DeletedChats({
      store: options.store,
      milliseconds: options.undoMilliseconds ?? UNDO_MILLISECONDS,
      onChange: () => this.#listChanges.fire(),
      onRemove: (id) => this.#removals.fire(id),
      onError: (error) => this.#unexpectedErrors.fire(error),
    });
  }

  /** Fired when the list of chats is no longer what it was: new, renamed, grown, deleted. */
  get onListChange(): Event<void> {
    return this.#listChanges.event;
  }

  /** Fired when an answer has ended, and the next question can be asked. */
  get onAnswerEnd(): Event<AnswerEnd> {
    return this.#answerEnds.event;
  }

  /** Fired with the identifier of a chat that is deleted; who shows it must show another. */
  get onDelete(): Event<string> {
    return this.#deletions.event;
  }

  /** Fired with the identifier of a chat when its deletion can't be taken back any more. */
  get onRemove(): Event<string> {
    return this.#removals.event;
  }

  /** Fired with errors of any chat for the log. */
  get onUnexpectedError(): Event<unknown> {
    return this.#unexpectedErrors.event;
  }

  /** A new chat. Whoever gets one, here or from `open`, must `release` it. */
  create(): Conversation {
    return this.#add(new Conversation({ ...this.#services, journal: this.#options.store.create() }));
  }

  /** Resolves to undefined when there is no such chat. */
  async open(id: string): Promise<Conversation | undefined> {
    return await this.#inTurn(id, async () => {
      const entry = this.#entries.get(id);
      if (entry) {
        entry.users++;
        return entry.conversation;
      }
      const conversation = await this.#load(id);
      return conversation && this.#add(conversation);
    });
  }

  /** Lets go of a chat. A running answer goes on, and a chat that could not be saved stays in memory. */
  async release(conversation: Conversation): Promise<void> {
    const entry = this.#entries.get(conversation.id);
    if (entry?.conversation === conversation) {
      entry.users--;
      await this.#closeIfUnused(conversation.id);
    }
  }

  /** Changes where a chat stands in the list. Throws where it can't be written, and says why. */
  async file(id: string, event: FilingEvent): Promise<void> {
    const conversation = await this.open(id);
    try {
      if (conversation?.file(event) === 'readOnly') {
        throw new Error(conversation.readOnlyReason ?? t('This chat is being closed. Try again.'));
      }
    } finally {
      await (conversation && this.release(conversation));
    }
  }

  /** Takes the chat out of the list: it is deleted when the time to take that back is over. Throws while another window holds it. */
  async delete(id: string): Promise<void> {
    await this.#inTurn(id, async () => {
      const conversation = this.#entries.get(id)?.conversation;
      // One that can only be read may be held by another window: then it stays as it is, and goes on following that one.
      const isRead = conversation?.readOnlyReason !== undefined;
      await (isRead && this.#deleted.add(id));
      await conversation?.close();
      this.#entries.delete(id);
      await (!isRead && this.#deleted.add(id));
    });
    this.#deletions.fire(id);
  }

  /** Takes a deletion back, if there is still time for it. */
  async restore(id: string): Promise<void> {
    await this.#inTurn(id, () => this.#deleted.restore(id));
  }

  /** Chats have come in another way than by being asked in. */
  listChanged(): void {
    this.#listChanges.fire();
  }

  /** Chats that are deleted unless the person takes that back. */
  get deleted(): ReadonlySet<string> {
    return this.#deleted.ids;
  }

  /** Interrupts and saves everything: the window closes, and with it ends the time to take deletions back. */
  async closeAll(): Promise<void> {
    await this.#deleted.finish();
    await Promise.all(
      [...this.#entries].map(([id, { conversation }]) =>
        this.#inTurn(id, async () => {
          this.#entries.delete(id);
          await conversation.close();
        }),
      ),
    );
  }

  get #services(): ConversationServices {
    const { store: _store, undoMilliseconds: _undoMilliseconds, ...services } = this.#options;
    return services;
  }

  async #load(id: string): Promise<Conversation | undefined> {
    const services = this.#services;
    const opened = await this.#options.store.open(id);
    switch (opened.status) {
      case 'missing':
        return undefined;
      case 'readOnly': {
        const conversation = new Conversation({ ...services, state: opened.state, readOnlyReason: opened.reason });
        if (opened.isHeld) {
          this.#follow(conversation, opened);
        }
        return conversation;
      }
      case 'opened': {
        const { state, journal, notice } = opened;
        return new Conversation({ ...services, state, journal, ...(notice !== undefined && { notice }) });
      }
    }
  }

  /** Keeps up with what another window writes, until that window lets go: often it is this one before a reload. */
  #follow(conversation: Conversation, held: HeldConversation): void {
    const { id } = conversation;
    const check = async (): Promise<void> => {
      if (this.#entries.get(id)?.conversation === conversation) {
        await this.#refresh(conversation, held);
      }
    };
    setTimeout(
      () => void this.#inTurn(id, check).catch((error: unknown) => this.#unexpectedErrors.fire(error)),
      followMilliseconds,
    ).unref();
  }

  async #refresh(conversation: Conversation, held: HeldConversation): Promise<void> {
    const opened = await held.openAgain();
    if (opened.status === 'opened') {
      conversation.refresh(opened.state, opened.journal);
    } else if (opened.status === 'readOnly') {
      if (opened.state !== conversation.state) {
        conversation.refresh(opened.state);
      }
      if (opened.isHeld) {
        this.#follow(conversation, opened);
      }
    }
  }

  #add(conversation: Conversation): Conversation {
    this.#entries.set(conversation.id, { conversation, users: 1 });
    conversation.onUnexpectedError((error) => this.#unexpectedErrors.fire(error));
    conversation.onEvent((event) => {
      if (listEvents.has(event.type)) {
        this.#listChanges.fire();
      }
      if (event.type === 'answerEnded') {
        this.#answerEnds.fire({ conversationId: conversation.id, status: event.status });
        void this.#closeIfUnused(conversation.id);
      }
    });
    return conversation;
  }

  async #closeIfUnused(id: string): Promise<void> {
    await this.#inTurn(id, async () => {
      const entry = this.#entries.get(id);
      if (entry && entry.users === 0 && !entry.conversation.busy && !entry.conversation.storageFailure) {
        this.#entries.delete(id);
        await entry.conversation.close();
      }
    });
  }

  /** Runs after what was asked of the same chat before: one that is being closed can't be opened yet. */
  async #inTurn<T>(id: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#queues.get(id) ?? Promise.resolve()).then(task);
    const settled = result.catch(() => undefined);
    this.#queues.set(id, settled);
    await settled;
    if (this.#queues.get(id) === settled) {
      this.#queues.delete(id);
    }
    return await result;
  }
}
