import type { ConversationSummary } from '../../src/shared/conversation';
import type { FoundChats } from '../state';

/**
 * The chats that match what is searched for. The host looks into the messages too; until its answer to this very query is
 * there, titles are compared here.
 */
export function visibleChats(
  chats: readonly ConversationSummary[],
  query: string,
  found: FoundChats | undefined,
): readonly ConversationSummary[] {
  const wanted = query.trim();
  if (wanted === '') {
    return chats;
  }
  if (found?.query === wanted) {
    const ids = new Set(found.ids);
    return chats.filter((chat) => ids.has(chat.id));
  }
  return chats.filter((chat) => chat.title.toLowerCase().includes(wanted.toLowerCase()));
}
