import { t } from '@vscode/l10n';
import type { BlobStore } from '../../store/blob-store';
import type { ConversationStore } from '../../store/conversation-store';
import { blobsIn } from '../chat-export/chat-json';
import type { ReadChats } from './read-chats';

export interface ImportServices {
  readonly store: Pick<ConversationStore, 'create' | 'list'>;
  readonly blobs: Pick<BlobStore, 'put'>;
}

/** Keeps chats that were read as new ones beside those that are there; resolves to their identifiers. Throws what the disk says. */
export async function importChats(
  { chats, media }: Extract<ReadChats, { status: 'read' }>,
  { store, blobs }: ImportServices,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const titles = new Set((await store.list()).map(({ title }) => title));
  for (const { events } of chats) {
    for (const { sha256, mediaType } of blobsIn(events)) {
      const found = media.get(sha256);
      if (found) {
        await blobs.put(found.bytes, mediaType);
      }
    }
    const journal = store.create();
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
    ids.push(journal.conversationId);
  }
  return ids;
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
