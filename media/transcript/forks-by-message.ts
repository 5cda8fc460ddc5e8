import type { ConversationState, Fork } from '../../src/shared/conversation';

/** The forks of a chat by the message that each shows first. */
export function forksByMessage({ messages, forks = [] }: ConversationState): ReadonlyMap<string, Fork> {
  const found = new Map<string, Fork>();
  if (forks.length > 0) {
    const byParent = new Map(forks.map((fork) => [fork.parentId, fork]));
    messages.forEach(({ id }, index) => {
      const fork = byParent.get(messages[index - 1]?.id ?? '');
      if (fork) {
        found.set(id, fork);
      }
    });
  }
  return found;
}
