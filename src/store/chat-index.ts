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
  #cache: ReadonlyMap<string, CachedSummary> = new Map();

  constructor(directory: ChatDirectory) {
    this.#directory = directory;
  }

  /** Newest first. */
  async list(): Promise<readonly ConversationSummary[]> {
    const cache = new Map<string, CachedSummary>();
    for (const id of await this.#directory.ids()) {
      const known = this.#cache.get(id);
      const file = await this.#directory.readChanged(id, known?.stamp);
      const entry = file === 'unchanged' ? known : file && { stamp: file.stamp, summary: summarize(file) };
      if (entry) {
        cache.set(id, entry);
      }
    }
    this.#cache = cache;
    return [...cache.values()]
      .flatMap(({ summary }) => summary ?? [])
      .sort((first, second) => second.updatedAt - first.updatedAt);
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
