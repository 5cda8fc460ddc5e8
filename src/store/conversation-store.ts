import type { ChatWorkspace, ConversationState, ConversationSummary } from '../shared/conversation';
import type { ConversationEvent } from '../shared/conversation-events';
import type { SearchResult } from './chat-search';

/** All chats on disk. */
export interface ConversationStore {
  /** Newest first. */
  list(): Promise<readonly ConversationSummary[]>;
  /** The chats whose title, messages or attachments hold every word of the query. Throws the signal's reason. */
  search(query: string, signal?: AbortSignal): Promise<SearchResult>;
  /** A new chat; nothing is written before its first event. */
  create(): ConversationJournal;
  open(id: string): Promise<OpenedConversation>;
  /** A chat as it is now, whoever writes it; undefined where there is none. */
  read(id: string): Promise<ConversationState | undefined>;
  /** SHA-256 of every blob that any chat names. */
  namedBlobs(): Promise<ReadonlySet<string>>;
  /** Removes the chat, what was made of its media, and the blobs that no other chat names. Throws while another window holds it. */
  delete(id: string): Promise<void>;
  /**
   * Removes blobs and what was made of them, unless a chat or a draft names them or they were put again after `unlessPutSince`
   * (milliseconds since the epoch).
   */
  forget(blobs: ReadonlySet<string>, unlessPutSince: number): Promise<void>;
}

export type OpenedConversation =
  | {
      readonly status: 'opened';
      readonly state: ConversationState;
      readonly journal: ConversationJournal;
      /** What was damaged on disk and has been set aside, as a sentence. */
      readonly notice?: string;
    }
  /** It can be read but not written: a newer version of Iris wrote it. */
  | {
      readonly status: 'readOnly';
      readonly state: ConversationState;
      /** As a sentence. */
      readonly reason: string;
      readonly isHeld: false;
    }
  | HeldConversation
  | { readonly status: 'missing' };

/** It can be read but not written: another window holds it. */
export interface HeldConversation {
  readonly status: 'readOnly';
  readonly state: ConversationState;
  /** As a sentence. */
  readonly reason: string;
  readonly isHeld: true;
  /** Opens it again, which costs little while nothing was written: then `state` is the same object. */
  readonly openAgain: () => Promise<OpenedConversation>;
}

/** The append-only record of one chat. There is one writer at a time. */
export interface ConversationJournal {
  readonly conversationId: string;
  /** Of a new chat: where it is begun. */
  readonly workspace?: ChatWorkspace;
  /**
   * Queued in order and on disk within a second; never throws (see `onFailure`). `time`, in milliseconds since the epoch, is
   * now except in a chat that comes from elsewhere.
   */
  append(event: ConversationEvent, time?: number): void;
  /** Resolves once everything appended so far is safely on disk, or could not be written (see `onFailure`). */
  flush(): Promise<void>;
  /**
   * Called once, when the disk can't be written; the chat goes on in memory, and each later `flush` tries once to write
   * what is missing.
   */
  onFailure(listener: (error: Error) => void): void;
  /** Flushes and lets others write. */
  close(): Promise<void>;
}
