import type { OpenConversations } from '../../conversation/open-conversations';
import type { ConversationSummary } from '../../shared/conversation';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { ConversationStore } from '../../store/conversation-store';
import { DisposableStore, type Disposable } from '../../util/disposable';
import type { ChatServices } from '../chats/chat-services';
import type { PanelDrafts } from './panel-drafts';
import type { ShownConversation } from './shown-conversation';

const messageTypes = [
  'newChatRequested',
  'chatOpened',
  'chatDeleted',
  'chatRestored',
  'chatRenamed',
  'chatPinned',
  'chatArchived',
  'chatExported',
  'chatCopied',
  'chatImportRequested',
  'titlesRequested',
  'chatsSearched',
  'chatListClosed',
] as const;

/** What the page says about chats as a whole. */
export type ChatsMessage = Extract<PanelMessage, { type: (typeof messageTypes)[number] }>;

export function isChatsMessage(message: PanelMessage): message is ChatsMessage {
  return messageTypes.some((type) => type === message.type);
}

export interface PanelChatsOptions {
  readonly conversations: OpenConversations;
  readonly store: ConversationStore;
  readonly services: ChatServices;
  readonly shown: ShownConversation;
  readonly drafts: Pick<PanelDrafts, 'beginning'>;
  readonly post: (message: HostMessage) => void;
  readonly notify: (text: string) => void;
  /** Tells the person what fails. */
  readonly run: (task: () => Promise<void>) => void;
}

const maxTitleLength = 200;

/** The list of chats as one panel shows it. */
export class PanelChats implements Disposable {
  readonly #options: PanelChatsOptions;
  readonly #resources = new DisposableStore();
  #read: readonly ConversationSummary[] | undefined;
  /** What is searched for, until something else is. */
  #query = '';
  #searching = new AbortController();

  constructor(options: PanelChatsOptions) {
    this.#options = options;
    const { conversations, services, run } = options;
    this.#resources.add(conversations.onListChange(() => run(() => this.tell())));
    this.#resources.add(
      services.pictures.onRead(() => {
        if (this.#query !== '') {
          run(() => this.#search());
        }
      }),
    );
  }

  /**
   * Those that were there when all were read last, newest first; undefined before that has happened. Those that were deleted and
   * can still be had back, and those with something unsent, are marked.
   */
  get known(): readonly ConversationSummary[] | undefined {
    const { conversations, drafts } = this.#options;
    const { deleted } = conversations;
    return this.#read?.map((chat) => {
      const draft = drafts.beginning(chat.id);
      return {
        ...chat,
        ...(deleted.has(chat.id) && { isDeleted: true }),
        ...(draft !== undefined && { draft }),
      };
    });
  }

  /** Reads the chats and tells the page of them: it shows one chat before, since reading all may take long. */
  async tell(): Promise<void> {
    try {
      this.#read = await this.#options.store.list();
    } catch (error) {
      this.#read ??= [];
      throw error;
    } finally {
      this.#options.post({ type: 'chatsChanged', chats: this.known ?? [] });
    }
  }

  async handle(message: ChatsMessage): Promise<void> {
    const { conversations, shown, services, notify } = this.#options;
    switch (message.type) {
      case 'newChatRequested':
        return await shown.open();
      case 'chatOpened':
        return await shown.open(message.id);
      case 'chatDeleted':
        return await conversations.delete(message.id);
      case 'chatRestored':
        return await conversations.restore(message.id);
      case 'chatRenamed':
        return await this.#rename(message.id, message.title);
      case 'chatPinned':
        return await conversations.file(message.id, { type: 'conversationPinned', pinned: message.pinned });
      case 'chatArchived':
        return await conversations.file(message.id, { type: 'conversationArchived', archived: message.archived });
      case 'chatExported':
        return await services.files.export(message.id, message.format);
      case 'chatCopied':
        return notify(await services.files.copy(message.id));
      case 'chatImportRequested':
        return await this.import();
      case 'titlesRequested':
        return await this.#proposeTitles(message.id, message.byModel);
      case 'chatsSearched':
        this.#query = message.query;
        return await this.#search();
      case 'chatListClosed':
        this.#query = '';
        return this.#searching.abort();
    }
  }

  /** Imports chats, and shows the first. */
  async import(): Promise<void> {
    const [first] = await this.#options.services.files.import();
    if (first !== undefined) {
      await this.#options.shown.open(first);
    }
  }

  dispose(): void {
    this.#searching.abort();
    this.#resources.dispose();
  }

  async #rename(id: string, title: string): Promise<void> {
    const named = [...title.replace(/\s+/g, ' ').trim()].slice(0, maxTitleLength).join('');
    if (named !== '') {
      await this.#options.conversations.file(id, { type: 'titleChanged', title: named });
    }
  }

  async #proposeTitles(id: string, byModel: boolean): Promise<void> {
    const { services, post, notify } = this.#options;
    try {
      const titles = byModel ? await services.titles.ask(id) : await services.titles.propose(id);
      post({ type: 'titlesProposed', id, titles, byModel });
    } catch (error) {
      post({ type: 'titlesProposed', id, titles: [], byModel });
      notify(error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends the search before: people type faster than all chats can be read for the first time. */
  async #search(): Promise<void> {
    this.#searching.abort();
    this.#searching = new AbortController();
    const { signal } = this.#searching;
    const { store, services, post } = this.#options;
    const query = this.#query;
    try {
      const { found, unread } = await store.search(query, signal);
      post({ type: 'chatsFound', query, found });
      services.pictures.read(unread);
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }
}
