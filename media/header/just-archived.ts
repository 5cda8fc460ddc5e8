import type { ConversationSummary } from '../../src/shared/conversation';

/**
 * Which chats went into the archive while they were listed, by their identifiers: the person can have them back.
 *
 * @param earlier those of which that was known already
 */
export function justArchived(
  earlier: readonly string[],
  before: readonly ConversationSummary[],
  now: readonly ConversationSummary[],
): readonly string[] {
  const listed = new Set(before.flatMap(({ id, isArchived }) => (isArchived ? [] : [id])));
  return now
    .filter(({ id, isArchived }) => isArchived === true && (listed.has(id) || earlier.includes(id)))
    .map(({ id }) => id);
}
