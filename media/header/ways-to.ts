import type { ConversationState } from '../../src/shared/conversation';

export interface Way {
  readonly parentId: string;
  readonly branch: number;
}

/** Which ways have to be taken, one after the other, for a message to show that was put aside; none where it is nowhere. */
export function waysTo({ messages, forks = [] }: ConversationState, messageId: string): readonly Way[] {
  const ways: Way[] = [];
  let target = messageId;
  while (target !== '' && !messages.some(({ id }) => id === target)) {
    const fork = forks.find(({ branches }) => branches.some((branch) => branch.some(({ id }) => id === target)));
    const known = ways.some(({ parentId }) => parentId === fork?.parentId);
    if (!fork || known) {
      return [];
    }
    const branch = fork.branches.findIndex((candidate) => candidate.some(({ id }) => id === target));
    ways.unshift({ parentId: fork.parentId, branch });
    target = fork.parentId;
  }
  return ways;
}
