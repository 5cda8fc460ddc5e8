import type { BlobStore } from '../../store/blob-store';
import type { ConversationStore } from '../../store/conversation-store';
import { blobsIn } from '../chat-export/chat-json';
import type { ReadChats } from './read-chats';

export interface ImportServices {
  readonly store: Pick<ConversationStore, 'create'>;
  readonly blobs: Pick<BlobStore, 'put'>;
}

/** Keeps chats that were read as new ones beside those that are there; resolves to their identifiers. Throws what the disk says. */
export async function importChats(
  { chats, media }: Extract<ReadChats, { status: 'read' }>,
  { store, blobs }: ImportServices,
): Promise<readonly string[]> {
  const ids: string[] = [];
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
