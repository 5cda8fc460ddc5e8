import type { Conversation } from '../../conversation/conversation';
import type { OpenConversations } from '../../conversation/open-conversations';
import type { ConversationEvent } from '../../shared/conversation-events';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { EventCoalescer } from './event-coalescer';

export interface ShownConversationOptions {
  readonly conversations: OpenConversations;
  /** Receives the events of the chat that is shown; streamed text a few times a second. */
  readonly onEvent: (conversationId: string, event: ConversationEvent) => void;
  /** Another chat is shown, or what is known of this one beside its messages changed. */
  readonly onSwitch: (conversation: Conversation) => void;
  readonly onNotice: (text: string) => void;
}

/** The chat that one panel shows. Changes of chat happen one after the other. */
export class ShownConversation implements Disposable {
  readonly #options: ShownConversationOptions;
  #current: Conversation | undefined;
  #coalescer: EventCoalescer | undefined;
  #subscriptions = new DisposableStore();
  #changes: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  constructor(options: ShownConversationOptions) {
    this.#options = options;
  }

  /** The chat that is shown now; undefined before the first is. */
  get current(): Conversation | undefined {
    return this.#current;
  }

  /** Resolves to the chat that is shown once all switches asked for so far have happened. */
  async get(): Promise<Conversation> {
    return await this.#inTurn(() => Promise.resolve(this.#current ?? this.#show(this.#options.conversations.create())));
  }

  /** Shows a chat; a new one without an identifier, or where there is no such chat. */
  async open(id?: string): Promise<void> {
    await this.#inTurn(async () => {
      if (id !== undefined && id === this.#current?.id) {
        return;
      }
      const { conversations, onNotice } = this.#options;
      const found = id === undefined ? undefined : await conversations.open(id);
      this.#show(found ?? conversations.create());
      if (found?.notice !== undefined) {
        onNotice(found.notice);
      }
    });
  }

  /** Passes on the text that waits, so that none of it comes after a snapshot that holds it already. */
  flush(): void {
    this.#coalescer?.flush();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#leave();
  }

  #show(conversation: Conversation): Conversation {
    this.#leave();
    if (this.#isDisposed) {
      void this.#options.conversations.release(conversation);
      return conversation;
    }
    this.#current = conversation;
    this.#subscriptions = new DisposableStore();
    const coalescer = this.#subscriptions.add(
      new EventCoalescer((event) => this.#options.onEvent(conversation.id, event)),
    );
    this.#coalescer = coalescer;
    this.#subscriptions.add(conversation.onEvent((event) => coalescer.push(event)));
    this.#subscriptions.add(conversation.onRefresh(() => this.#options.onSwitch(conversation)));
    this.#subscriptions.add(conversation.onStorageFailure(({ message }) => this.#options.onNotice(message)));
    this.#options.onSwitch(conversation);
    return conversation;
  }

  #leave(): void {
    this.#subscriptions.dispose();
    if (this.#current) {
      void this.#options.conversations.release(this.#current);
      this.#current = undefined;
    }
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const result = this.#changes.then(change);
    this.#changes = result.catch(() => undefined);
    return result;
  }
}
