import type { ConversationState } from '../shared/conversation';
import type { ChatDirectory } from './chat-directory';
import { readJournal } from './read-journal';

interface CachedText {
  readonly stamp: string;
  readonly text: string;
}

/** Characters of all chats that are kept in memory from one search to the next, since people search letter by letter. */
const maxCachedLength = 32_000_000;

/** Finds chats by their words. */
export class ChatSearch {
  readonly #directory: ChatDirectory;
  readonly #cache = new Map<string, CachedText>();
  #cachedLength = 0;

  constructor(directory: ChatDirectory) {
    this.#directory = directory;
  }

  /** Those of the chats whose title, messages or attachment names hold every word of the query. */
  async search(query: string, ids: readonly string[]): Promise<readonly string[]> {
    const words = fold(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    const found: string[] = [];
    for (const id of ids) {
      const text = await this.#text(id);
      if (text !== undefined && words.every((word) => text.includes(word))) {
        found.push(id);
      }
    }
    return found;
  }

  async #text(id: string): Promise<string | undefined> {
    const known = this.#cache.get(id);
    const file = await this.#directory.readChanged(id, known?.stamp);
    if (file === 'unchanged') {
      return known?.text;
    }
    this.#cachedLength -= known?.text.length ?? 0;
    this.#cache.delete(id);
    if (!file) {
      return undefined;
    }
    const text = fold(textOf(readJournal(id, file.bytes).state));
    if (this.#cachedLength + text.length <= maxCachedLength) {
      this.#cachedLength += text.length;
      this.#cache.set(id, { stamp: file.stamp, text });
    }
    return text;
  }
}

function textOf({ title, messages }: ConversationState): string {
  const texts = messages.flatMap((message) =>
    message.role === 'user' ? [message.text, ...message.attachments.map(({ name }) => name)] : [message.text],
  );
  return [title, ...texts].join('\n');
}

/** Makes letters equal that people take for equal. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
