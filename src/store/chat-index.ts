import { t } from '@vscode/l10n';
import type { ConversationSummary } from '../shared/conversation';
import type { ChatDirectory, ChatFile } from './chat-directory';
import { readJournalOutline } from './read-journal';

interface CachedSummary {
  readonly stamp: string;
  /** Absent for a file that holds no chat. */
  readonly summary: ConversationSummary | undefined;
}

/** The list of chats, made from the journals themselves and remembered for as long as they stay as they are. */
export class ChatIndex {
  readonly #directory: ChatDirectory;
  readonly #onUnreadable: (error: unknown) => void;
  #cache: ReadonlyMap<string, CachedSummary> = new Map();
  /** Those that could not be read when they were listed last. */
  #unreadable: ReadonlySet<string> = new Set();
  #last: Promise<unknown> = Promise.resolve();
  /** Asked for, and not begun. */
  #next: Promise<readonly ConversationSummary[]> | undefined;

  /** @param onUnreadable told once of each chat whose file can't be read, and of what stands in the way */
  constructor(directory: ChatDirectory, onUnreadable: (error: unknown) => void) {
    this.#directory = directory;
    this.#onUnreadable = onUnreadable;
  }

  /**
   * Newest first. A chat that can't be read is not among them, and keeps no other one from being listed. Who asks while all are
   * read gets what they are after that: two who read at once would read each journal twice.
   */
  async list(): Promise<readonly ConversationSummary[]> {
    const next = (this.#next ??= this.#last.then(() => {
      this.#next = undefined;
      return this.#read();
    }));
    this.#last = next.catch(() => undefined);
    return await next;
  }

  async #read(): Promise<readonly ConversationSummary[]> {
    const cache = new Map<string, CachedSummary>();
    const unreadable = new Set<string>();
    for (const id of await this.#directory.ids()) {
      try {
        const entry = await this.#summary(id);
        if (entry) {
          cache.set(id, entry);
        }
      } catch (error) {
        unreadable.add(id);
        if (!this.#unreadable.has(id)) {
          this.#onUnreadable(error);
        }
      }
    }
    this.#cache = cache;
    this.#unreadable = unreadable;
    return [...cache.values()]
      .flatMap(({ summary }) => summary ?? [])
      .sort((first, second) => second.updatedAt - first.updatedAt);
  }

  async #summary(id: string): Promise<CachedSummary | undefined> {
    const known = this.#cache.get(id);
    const file = await this.#directory.readChanged(id, known?.stamp);
    return file === 'unchanged' ? known : file && { stamp: file.stamp, summary: summarize(file) };
  }
}

function summarize({ id, bytes, modifiedAt }: ChatFile): ConversationSummary | undefined {
  const { state, updatedAt, entries, damagedLines } = readJournalOutline(id, bytes);
  const { workspace, isPinned, isArchived } = state;
  if (entries.length === 0 && damagedLines === 0) {
    return undefined;
  }
  return {
    id,
    title: state.title || t('Damaged chat'),
    createdAt: state.createdAt || modifiedAt,
    updatedAt: updatedAt || modifiedAt,
    messageCount: state.messages.length,
    ...(workspace && { workspace }),
    ...(isPinned && { isPinned }),
    ...(isArchived && { isArchived }),
  };
}
