import type { Attachment } from '../shared/attachment/attachment';
import type { FoundChat, FoundPlace } from '../shared/found-chat';
import type { ChatDirectory, ChatFile } from './chat-directory';
import { attachedIn, passagesOf, type AttachedTo, type Passage } from './chat-passages';
import { excerptOf, foldText, wordsOf } from './fold-text';
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
  return { ...passage, folded: foldText(passage.text) };
}

/** The place that holds most of the words, and of equal ones the first. */
function foundIn(id: string, passages: readonly FoldedPassage[], words: readonly string[]): FoundChat {
  const held = passages.map((passage) => words.filter((word) => passage.folded.includes(word)).length);
  const best = passages[held.indexOf(Math.max(...held))];
  const place = best && placeIn(best, words);
  return { id, ...(place && { place }) };
}

function placeIn({ messageId, attachment, text }: Passage, words: readonly string[]): FoundPlace | undefined {
  const excerpt = messageId === undefined ? undefined : excerptOf(text, words);
  return messageId === undefined || !excerpt
    ? undefined
    : { messageId, ...(attachment !== undefined && { attachment }), ...excerpt };
}

function lengthOf({ passages }: SearchedChat): number {
  return passages.reduce((length, { text }) => length + text.length, 0);
}
