import type { Attachment } from '../shared/attachment/attachment';
import type { Closeness, FoundChat, FoundPlace } from '../shared/found-chat';
import { foldText, wordsOf } from '../shared/search-words';
import type { ChatDirectory, ChatFile } from './chat-directory';
import { attachedIn, passagesOf, type AttachedTo, type Passage } from './chat-passages';
import { excerptOf } from './excerpt';
import { readJournal } from './read-journal';

/** Tells the text in attachments, as far as it is known without making it. Undefined: it could be read, and has not been yet. */
export type AttachmentText = (attachment: Attachment) => Promise<string | undefined>;

export interface SearchResult {
  readonly found: readonly FoundChat[];
  /** Attachments of all chats whose text is not known yet, those of the newest chats first. */
  readonly unread: readonly Attachment[];
}

interface FoldedPassage extends Passage {
  readonly folded: string;
}

interface SearchedChat {
  readonly stamp: string;
  readonly passages: readonly FoldedPassage[];
  readonly unread: readonly AttachedTo[];
}

/** Characters of all chats that are kept in memory from one search to the next, since people search letter by letter. */
const maxCachedLength = 16_000_000;

/** Finds chats by their words. */
export class ChatSearch {
  readonly #directory: ChatDirectory;
  readonly #textOf: AttachmentText;
  readonly #cache = new Map<string, SearchedChat>();
  #cachedLength = 0;

  constructor(directory: ChatDirectory, textOf: AttachmentText) {
    this.#directory = directory;
    this.#textOf = textOf;
  }

  /** Those of the chats that hold every word of the query. Throws the signal's reason. */
  async search(query: string, ids: readonly string[], signal?: AbortSignal): Promise<SearchResult> {
    const words = wordsOf(query);
    const found: FoundChat[] = [];
    const unread: Attachment[] = [];
    for (const id of ids) {
      const chat = await this.#chat(id);
      signal?.throwIfAborted();
      if (chat) {
        unread.push(...chat.unread.map(({ attachment }) => attachment));
        if (words.every((word) => chat.passages.some(({ folded }) => folded.includes(word)))) {
          found.push(foundIn(id, chat.passages, words));
        }
      }
    }
    return { found, unread };
  }

  async #chat(id: string): Promise<SearchedChat | undefined> {
    const known = this.#cache.get(id);
    const file = await this.#directory.readChanged(id, known?.stamp);
    if (file === 'unchanged') {
      return known && known.unread.length > 0 ? this.#keep(id, await this.#readOn(known)) : known;
    }
    if (!file) {
      this.#forget(id);
      return undefined;
    }
    return this.#keep(id, await this.#readOn(passagesIn(file)));
  }

  /** Adds the texts of attachments that have become known. */
  async #readOn(chat: SearchedChat): Promise<SearchedChat> {
    const passages = [...chat.passages];
    const unread: AttachedTo[] = [];
    for (const attached of chat.unread) {
      const text = await this.#textOf(attached.attachment);
      if (text === undefined) {
        unread.push(attached);
      } else if (text !== '') {
        passages.push(folded({ messageId: attached.messageId, attachment: attached.attachment.name, text }));
      }
    }
    return { stamp: chat.stamp, passages, unread };
  }

  #keep(id: string, chat: SearchedChat): SearchedChat {
    this.#forget(id);
    const length = lengthOf(chat);
    if (this.#cachedLength + length <= maxCachedLength) {
      this.#cachedLength += length;
      this.#cache.set(id, chat);
    }
    return chat;
  }

  #forget(id: string): void {
    const known = this.#cache.get(id);
    this.#cachedLength -= known ? lengthOf(known) : 0;
    this.#cache.delete(id);
  }
}

function passagesIn({ id, bytes, stamp }: ChatFile): SearchedChat {
  const { state } = readJournal(id, bytes);
  return { stamp, passages: passagesOf(state).map(folded), unread: attachedIn(state) };
}

function folded(passage: Passage): FoldedPassage {
  return { ...passage, folded: foldText(passage.text).replace(/\s+/g, ' ') };
}

function foundIn(id: string, passages: readonly FoldedPassage[], words: readonly string[]): FoundChat {
  const closeness = closenessOf(passages, words);
  const place = closeness === 'title' ? undefined : placeIn(passages, words);
  return { id, ...(closeness && { closeness }), ...(place && { place }) };
}

function closenessOf(passages: readonly FoldedPassage[], words: readonly string[]): Closeness | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const title = passages.find(({ messageId }) => messageId === undefined);
  if (title && words.every((word) => title.folded.includes(word))) {
    return 'title';
  }
  const phrase = words.join(' ');
  return words.length > 1 && passages.some(({ folded: text }) => text.includes(phrase)) ? 'phrase' : undefined;
}

/** Where in the messages the words stand together, or else where most of them are; of equal places the first. */
function placeIn(passages: readonly FoldedPassage[], words: readonly string[]): FoundPlace | undefined {
  const phrase = words.join(' ');
  const weigh = ({ messageId, folded: text }: FoldedPassage): number =>
    messageId === undefined ? -1 : words.filter((word) => text.includes(word)).length + Number(text.includes(phrase));
  const held = passages.map(weigh);
  const best = passages[held.indexOf(Math.max(...held))];
  const excerpt = best && excerptOf(best.text, words);
  return best?.messageId === undefined || excerpt === undefined
    ? undefined
    : { messageId: best.messageId, ...(best.attachment !== undefined && { attachment: best.attachment }), excerpt };
}

function lengthOf({ passages }: SearchedChat): number {
  return passages.reduce((length, { text }) => length + text.length, 0);
}
