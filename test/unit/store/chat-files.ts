import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeInterruption } from '../../../src/conversation/failure-text';
import type { ConversationState, UserMessage } from '../../../src/shared/conversation';
import type { ConversationJournal, ConversationStore, OpenedConversation } from '../../../src/store/conversation-store';
import { createBlobStore, type FileBlobStore } from '../../../src/store/file-blob-store';
import { createDerivedForms, type FileDerivedForms } from '../../../src/store/file-derived-forms';
import { createConversationStore } from '../../../src/store/file-conversation-store';

/** Text in attachments by their name. */
export const pictureTexts = new Map<string, string>();

export const model = { endpoint: 'Local', model: 'eyes-1' };

/** The stores of one window on a folder. */
export function openStores(
  directory: string,
  draftBlobs: readonly string[] = [],
  onUnreadable?: (error: unknown) => void,
): { readonly store: ConversationStore; readonly blobs: FileBlobStore; readonly derived: FileDerivedForms } {
  const blobs = createBlobStore(join(directory, 'blobs'));
  const derived = createDerivedForms({ directory: join(directory, 'derived'), blobs });
  const store = createConversationStore({
    directory,
    blobs,
    derived,
    draftBlobs: () => Promise.resolve(new Set(draftBlobs)),
    textOf: ({ name }) => Promise.resolve(name === 'photo.png' ? pictureTexts.get(name) : ''),
    describeInterruption,
    ...(onUnreadable && { onUnreadable }),
  });
  return { store, blobs, derived };
}

export function userMessage(id: string, text: string): UserMessage {
  return { role: 'user', id, createdAt: 1, text, attachments: [] };
}

/** Writes a chat with one question and a complete answer, and closes it; resolves to its identifier. */
export async function writeChat(
  store: ConversationStore,
  question = 'What is this?',
  answer = 'A cat.',
): Promise<string> {
  const journal = store.create();
  const id = journal.conversationId;
  journal.append({ type: 'conversationCreated', id, title: question, createdAt: 1 });
  journal.append({ type: 'userMessageAdded', message: userMessage('q1', question) });
  journal.append({ type: 'answerStarted', messageId: 'a1', model, createdAt: 2 });
  journal.append({ type: 'textAppended', messageId: 'a1', text: answer });
  journal.append({ type: 'answerEnded', messageId: 'a1', status: 'complete' });
  await journal.close();
  return id;
}

export function journalPath(directory: string, id: string): string {
  return join(directory, 'chats', `${id}.jsonl`);
}

export function lockPath(directory: string, id: string): string {
  return join(directory, 'chats', `${id}.lock`);
}

/** Changes the lines of a journal on disk; the last element is what follows the last line break. */
export async function changeLines(path: string, change: (lines: string[]) => readonly string[]): Promise<void> {
  await writeFile(path, change((await readFile(path, 'utf8')).split('\n')).join('\n'));
}

export async function openWritable(
  store: ConversationStore,
  id: string,
): Promise<{ readonly state: ConversationState; readonly journal: ConversationJournal; readonly notice?: string }> {
  const opened: OpenedConversation = await store.open(id);
  if (opened.status !== 'opened') {
    throw new Error(`The chat is ${opened.status}.`);
  }
  return opened;
}

/** What a window finds that opens the chat now. */
export async function stateOnDisk(store: ConversationStore, id: string): Promise<ConversationState> {
  const { state, journal } = await openWritable(store, id);
  await journal.close();
  return state;
}
