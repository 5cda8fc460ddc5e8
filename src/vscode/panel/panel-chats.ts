import type { OpenConversations } from '../../conversation/open-conversations';
import type { ConversationSummary } from '../../shared/conversation';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { ConversationStore } from '../../store/conversation-store';
import { DisposableStore, type Disposable } from '../../util/disposable';
import type { ShownConversation } from './shown-conversation';

/** What the page says about chats as a whole. */
export type ChatsMessage = Extract<
  PanelMessage,
  { type: 'newChatRequested' | 'chatOpened' | 'chatDeleted' | 'chatsSearched' }
>;

export interface PanelChatsOptions {
  readonly conversations: OpenConversations;
  readonly store: ConversationStore;
  readonly shown: ShownConversation;
  readonly post: (message: HostMessage) => void;
  /** Tells the person what fails. */
  readonly run: (task: () => Promise<void>) => void;
}

/** The list of chats as one panel shows it. */
export class PanelChats implements Disposable {
  readonly #options: PanelChatsOptions;
  readonly #resources = new DisposableStore();

  constructor(options: PanelChatsOptions) {
    this.#options = options;
    const { conversations, run } = options;
    this.#resources.add(conversations.onListChange(() => run(() => this.#tell())));
  }

  /** Newest first. */
  async list(): Promise<readonly ConversationSummary[]> {
    return await this.#options.store.list();
  }

  async handle(message: ChatsMessage): Promise<void> {
    const { conversations, shown, store, post } = this.#options;
    switch (message.type) {
      case 'newChatRequested':
        return await shown.open();
      case 'chatOpened':
        return await shown.open(message.id);
      case 'chatDeleted':
        return await conversations.delete(message.id);
      case 'chatsSearched':
        return post({ type: 'chatsFound', query: message.query, ids: await store.search(message.query) });
    }
  }

  dispose(): void {
    this.#resources.dispose();
  }

  async #tell(): Promise<void> {
    this.#options.post({ type: 'chatsChanged', chats: await this.list() });
  }
}
