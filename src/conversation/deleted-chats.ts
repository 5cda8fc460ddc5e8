import { t } from '@vscode/l10n';
import type { ConversationJournal, ConversationStore } from '../store/conversation-store';

export interface DeletedChatsOptions {
  readonly store: ConversationStore;
  /** How long a deletion can be taken back. */
  readonly milliseconds: number;
  /** A chat was deleted, restored or is gone for good. */
  readonly onChange: () => void;
  /** A chat is gone for good. */
  readonly onRemove: (id: string) => void;
  readonly onError: (error: unknown) => void;
}

interface DeletedChat {
  /** Holds the chat, so that no other window begins to write what is about to go. */
  readonly journal: ConversationJournal | undefined;
  readonly timer: NodeJS.Timeout;
}

/**
 * Chats that the person has deleted and can still have back. Nothing of that is written: their files stay as they are until
 * the time is over, so that a crash before then brings them back and loses nothing.
 */
export class DeletedChats {
  readonly #options: DeletedChatsOptions;
  readonly #chats = new Map<string, DeletedChat>();

  constructor(options: DeletedChatsOptions) {
    this.#options = options;
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#chats.keys());
  }

  /** The chat must not be open for writing here. Throws while another window holds it. */
  async add(id: string): Promise<void> {
    if (this.#chats.has(id)) {
      return;
    }
    const { store, milliseconds, onChange, onError } = this.#options;
    const opened = await store.open(id);
    if (opened.status === 'readOnly' && opened.isHeld) {
      throw new Error(t('The chat is open in another window. Close it there to delete it.'));
    }
    const journal = opened.status === 'opened' ? opened.journal : undefined;
    const timer = setTimeout(() => void this.#remove(id).catch(onError), milliseconds);
    this.#chats.set(id, { journal, timer });
    onChange();
  }

  async restore(id: string): Promise<void> {
    await this.#letGo(id);
    this.#options.onChange();
  }

  /** Deletes for good what waits. */
  async finish(): Promise<void> {
    await Promise.all([...this.#chats.keys()].map((id) => this.#remove(id).catch(this.#options.onError)));
  }

  async #remove(id: string): Promise<void> {
    if (await this.#letGo(id)) {
      await this.#options.store.delete(id);
      this.#options.onRemove(id);
      this.#options.onChange();
    }
  }

  /** Resolves to whether it was still there. */
  async #letGo(id: string): Promise<boolean> {
    const chat = this.#chats.get(id);
    this.#chats.delete(id);
    clearTimeout(chat?.timer);
    await chat?.journal?.close();
    return chat !== undefined;
  }
}
