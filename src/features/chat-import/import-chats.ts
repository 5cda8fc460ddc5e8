import { t } from '@vscode/l10n';
import type { BlobStore } from '../../store/blob-store';
import type { ConversationJournal, ConversationStore } from '../../store/conversation-store';
import { messageOf } from '../../util/message-of';
import { blobsIn } from '../chat-export/chat-json';
import type { ImportedEvent, ReadChats } from './read-chats';

export interface ImportServices {
  readonly store: Pick<ConversationStore, 'create' | 'list' | 'delete'>;
  readonly blobs: Pick<BlobStore, 'put'>;
}

/**
 * Keeps chats that were read as new ones beside those that are there; resolves to their identifiers. All of them or none:
 * throws what the disk says once those that were written are removed again.
 */
export async function importChats(
  { chats, media }: Extract<ReadChats, { status: 'read' }>,
  { store, blobs }: ImportServices,
): Promise<readonly string[]> {
  const journals: ConversationJournal[] = [];
  const titles = new Set((await store.list()).map(({ title }) => title));
  try {
    for (const { events } of chats) {
      for (const { sha256, mediaType } of blobsIn(events)) {
        const found = media.get(sha256);
        if (found) {
          await blobs.put(found.bytes, mediaType);
        }
      }
      const journal = store.create();
      journals.push(journal);
      await write(events, journal, titles);
    }
  } catch (error) {
    await Promise.allSettled(journals.map(({ conversationId }) => store.delete(conversationId)));
    throw new Error(t('Nothing was imported: {0}', messageOf(error)), { cause: error });
  }
  return journals.map(({ conversationId }) => conversationId);
}

async function write(
  events: readonly ImportedEvent[],
  journal: ConversationJournal,
  titles: Set<string>,
): Promise<void> {
  let failure: Error | undefined;
  journal.onFailure((error) => (failure = error));
  for (const { time, event } of events) {
    const own =
      event.type === 'conversationCreated'
        ? {
            ...event,
            id: journal.conversationId,
            title: freeTitle(event.title, titles),
            ...(journal.workspace && { workspace: journal.workspace }),
          }
        : event;
    journal.append(own, time);
  }
  await journal.close();
  if (failure) {
    throw failure;
  }
}

/** People tell chats apart by their titles: one that is there already, most likely as the original, is not given twice. */
function freeTitle(title: string, taken: Set<string>): string {
  let free = title;
  for (let number = 1; title !== '' && taken.has(free); number++) {
    free = number === 1 ? t('{0} (imported)', title) : t('{0} (imported {1})', title, number);
  }
  taken.add(free);
  return free;
}
