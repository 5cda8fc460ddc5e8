import type { ChatWorkspace, ConversationSummary } from '../../src/shared/conversation';
import type { FoundChat } from '../../src/shared/found-chat';
import type { FoundChats } from '../state';

/** Which chats are listed: those begun in this workspace, all that are not archived, or those that are. */
export const chatScopes = ['workspace', 'all', 'archived'] as const;
export type ChatScope = (typeof chatScopes)[number];

export interface ListedChat {
  readonly chat: ConversationSummary;
  readonly place?: FoundChat['place'];
}

interface Filter {
  readonly query: string;
  readonly found: FoundChats | undefined;
  readonly scope: ChatScope;
  readonly workspace: ChatWorkspace | undefined;
}

/**
 * The chats of the scope that match what is searched for. The host looks into the messages and pictures too; until its answer
 * to this very query is there, titles are compared here. Who searches in all chats finds what is archived as well.
 */
export function visibleChats(
  chats: readonly ConversationSummary[],
  { query, found, scope, workspace }: Filter,
): readonly ListedChat[] {
  const wanted = query.trim();
  const listed = chats.filter((chat) => isInScope(chat, scope, workspace) || (scope === 'all' && wanted !== ''));
  if (wanted === '') {
    return listed.map((chat) => ({ chat }));
  }
  if (found?.query === wanted) {
    const places = new Map(found.found.map(({ id, place }) => [id, place]));
    return listed
      .filter(({ id }) => places.has(id))
      .map((chat) => {
        const place = places.get(chat.id);
        return { chat, ...(place && { place }) };
      });
  }
  return listed.filter((chat) => chat.title.toLowerCase().includes(wanted.toLowerCase())).map((chat) => ({ chat }));
}

function isInScope(chat: ConversationSummary, scope: ChatScope, workspace: ChatWorkspace | undefined): boolean {
  switch (scope) {
    case 'workspace':
      return !chat.isArchived && chat.workspace?.id === workspace?.id;
    case 'all':
      return !chat.isArchived;
    case 'archived':
      return chat.isArchived === true;
  }
}
