import type { ChatWorkspace, ConversationSummary } from '../../src/shared/conversation';
import type { FoundChat } from '../../src/shared/found-chat';
import type { FoundChats } from '../state';
import type { Undoable } from './undo-bar';

/** Which chats are listed: those begun in this workspace, all that are not archived, or those that are. */
export const chatScopes = ['workspace', 'all', 'archived'] as const;
export type ChatScope = (typeof chatScopes)[number];

export interface ListedChat {
  readonly chat: ConversationSummary;
  readonly closeness?: FoundChat['closeness'];
  readonly place?: FoundChat['place'];
  /** It was just taken out of the list, and stands there to be had back. */
  readonly undoable?: Undoable;
}

interface Filter {
  readonly query: string;
  readonly found: FoundChats | undefined;
  readonly scope: ChatScope;
  readonly workspace: ChatWorkspace | undefined;
  /** Chats that were just archived, by their identifiers. */
  readonly archived: readonly string[];
}

/**
 * The chats of the scope that match what is searched for. The host looks into the messages and pictures too; until its answer
 * to this very query is there, titles are compared here. Who searches in all chats finds what is archived as well.
 */
export function visibleChats(chats: readonly ConversationSummary[], filter: Filter): readonly ListedChat[] {
  return matching(chats, filter)
    .filter(({ chat }) => isInScope(chat, filter))
    .map((listed) => {
      const undoable = undoableOf(listed.chat, filter);
      return { ...listed, ...(undoable && { undoable }) };
    });
}

/** Matches that the scope leaves out, and the scope that has them. */
export interface MatchesElsewhere {
  readonly scope: 'all' | 'archived';
  readonly count: number;
}

export function matchesElsewhere(chats: readonly ConversationSummary[], filter: Filter): MatchesElsewhere | undefined {
  if (!isSearching(filter)) {
    return undefined;
  }
  const outside = matching(chats, filter).filter(({ chat }) => !chat.isDeleted && !isInScope(chat, filter));
  const isArchive = filter.scope !== 'archived' && outside.every(({ chat }) => chat.isArchived);
  return outside.length === 0 ? undefined : { scope: isArchive ? 'archived' : 'all', count: outside.length };
}

function matching(chats: readonly ConversationSummary[], filter: Filter): readonly ListedChat[] {
  if (!isSearching(filter)) {
    return chats.map((chat) => ({ chat }));
  }
  const { found } = filter;
  const wanted = filter.query.trim();
  if (found?.query !== wanted) {
    const folded = wanted.toLowerCase();
    return chats.flatMap((chat) =>
      chat.title.toLowerCase().includes(folded) ? { chat, closeness: 'title' as const } : [],
    );
  }
  const byId = new Map(found.found.map(({ id, ...match }) => [id, match]));
  return chats.flatMap((chat) => {
    const match = byId.get(chat.id);
    return match ? { chat, ...match } : [];
  });
}

function isSearching({ query }: Filter): boolean {
  return query.trim() !== '';
}

function isInScope(chat: ConversationSummary, filter: Filter): boolean {
  const { scope, workspace, archived } = filter;
  // In a search it is a match in the archive, and no card in the place of one.
  const isListed = !chat.isArchived || (!isSearching(filter) && archived.includes(chat.id));
  switch (scope) {
    case 'workspace':
      return isListed && chat.workspace?.id === workspace?.id;
    case 'all':
      return isListed || isSearching(filter);
    case 'archived':
      return chat.isArchived === true;
  }
}

/** In the archive itself and in a search, what has just come into it is as anything else. */
function undoableOf({ id, isDeleted }: ConversationSummary, filter: Filter): Undoable | undefined {
  if (isDeleted) {
    return 'deleted';
  }
  const isCard = filter.scope !== 'archived' && !isSearching(filter) && filter.archived.includes(id);
  return isCard ? 'archived' : undefined;
}
