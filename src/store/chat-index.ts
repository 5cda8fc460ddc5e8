import type { ConversationSummary } from '../shared/conversation';
import type { ChatDirectory } from './chat-directory';
import { readJournal } from './read-journal';

interface CachedSummary {
  readonly stamp: string;
  /** Absent for a file that holds no chat. */
  readonly summary: ConversationSummary | undefined;
}

/** The list of chats, made from the journals themselves and remembered for as long as they stay as they are. */
export class ChatIndex {
  readonly #directory: ChatDirectory;
  #summaries = new Map<string, CachedSummary>();

  constructor(directory: ChatDirectory) {
    this.#directory = directory;
  }

  /** Newest first. */
  async list(): Promise<readonly ConversationSummary[]> {
    const summaries = new Map<string, CachedSummary>();
    for (const id of await this.#directory.ids()) {
      const summary = await this.#summarize(id);
      if (summary) {
        summaries.set(id, summary);
      }
    }
    this.#summaries = summaries;
    return [...summaries.values()]
      .flatMap(({ summary }) => summary ?? [])
      .sort((first, second) => second.updatedAt - first.updatedAt);
  }

  async #summarize(id: string): Promise<CachedSummary | undefined> {
    const found = await this.#directory.stamp(id);
    const cached = this.#summaries.get(id);
    if (!found || cached?.stamp === found.stamp) {
      return found && cached;
    }
    const bytes = await this.#directory.read(id);
    return bytes && { stamp: found.stamp, summary: summarize({ id, bytes, modifiedAt: found.modifiedAt }) };
  }
}

interface ChatFile {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

function summarize({ id, bytes, modifiedAt }: ChatFile): ConversationSummary | undefined {
  const { state, updatedAt, entries, damagedLines } = readJournal(id, bytes);
  if (entries.length === 0 && damagedLines === 0) {
    return undefined;
  }
  return {
    id,
    title: state.title || 'Damaged chat',
    createdAt: state.createdAt || modifiedAt,
    updatedAt: updatedAt || modifiedAt,
    messageCount: state.messages.length,
  };
}
