import type { ConversationState, Fork, Message } from './conversation';

/*
 * A chat is a tree of which one path is shown. The path is `messages`; where it could have gone another way there is a
 * fork, which keeps the other ways and says after which message they begin. Forks inside of a way that is put aside stay
 * in the same list: they show again when their message does.
 */

/** Puts aside what follows a message, for other messages that come now; forgets it where `keep` is false. */
export function startBranch(state: ConversationState, parentId: string, keep: boolean): ConversationState {
  const length = lengthUpTo(state, parentId);
  if (length === undefined || length === state.messages.length) {
    return state;
  }
  const messages = state.messages.slice(0, length);
  const tail = state.messages.slice(length);
  const fork = forkAt(state, parentId);
  if (!keep) {
    return withForks({ ...state, messages }, state.forks ?? []);
  }
  const branches = fork ? fork.branches.with(fork.current, tail) : [tail];
  return withForks({ ...state, messages }, [
    ...others(state, fork),
    { parentId, branches: [...branches, []], current: branches.length },
  ]);
}

/** Shows another of the ways that a chat went after a message. */
export function chooseBranch(state: ConversationState, parentId: string, branch: number): ConversationState {
  const fork = forkAt(state, parentId);
  const length = lengthUpTo(state, parentId);
  const chosen = fork?.branches[branch];
  if (!fork || !chosen || length === undefined || branch === fork.current) {
    return state;
  }
  const branches = fork.branches.with(fork.current, state.messages.slice(length)).with(branch, []);
  return {
    ...state,
    messages: [...state.messages.slice(0, length), ...chosen],
    forks: [...others(state, fork), { parentId, branches, current: branch }],
  };
}

/** Takes messages of the path out. What else a removed question was answered goes with it. */
export function removeMessages(state: ConversationState, ids: ReadonlySet<string>): ConversationState {
  const messages = state.messages.filter(({ id }) => !ids.has(id));
  if (!state.forks) {
    return { ...state, messages };
  }
  const moved = state.forks.reduce<readonly Fork[]>((forks, fork) => {
    const index = state.messages.findIndex(({ id }) => id === fork.parentId);
    const parent = state.messages[index];
    if (!parent || !ids.has(parent.id)) {
      return join(forks, fork);
    }
    if (parent.role === 'user') {
      return forks;
    }
    // Other questions after an answer that is gone come after what was before it.
    const before = state.messages.slice(0, index).findLast(({ id }) => !ids.has(id));
    return join(forks, { ...fork, parentId: before?.id ?? '' });
  }, []);
  return [...moved].reduce(leaveEmptyBranch, withForks({ ...state, messages }, moved));
}

/** The fork whose ways begin with this message. */
export function forkBefore(state: ConversationState, messageId: string): Fork | undefined {
  const index = state.messages.findIndex(({ id }) => id === messageId);
  return index < 0 ? undefined : forkAt(state, state.messages[index - 1]?.id ?? '');
}

/** All ways of a fork in their order, with the one that is shown. */
export function branchesOf(state: ConversationState, fork: Fork): readonly (readonly Message[])[] {
  return fork.branches.with(fork.current, state.messages.slice(lengthUpTo(state, fork.parentId) ?? 0));
}

/** Where nothing is left of the way that is shown, its neighbour is shown. */
function leaveEmptyBranch(state: ConversationState, { parentId }: Fork): ConversationState {
  const fork = forkAt(state, parentId);
  const length = lengthUpTo(state, parentId);
  if (!fork || length !== state.messages.length) {
    return state;
  }
  const branches = fork.branches.toSpliced(fork.current, 1);
  const current = Math.min(fork.current, branches.length - 1);
  return withForks({ ...state, messages: [...state.messages, ...(branches[current] ?? [])] }, [
    ...others(state, fork),
    { parentId, branches: branches.with(current, []), current },
  ]);
}

/** Two forks after the same message are one. */
function join(forks: readonly Fork[], fork: Fork): readonly Fork[] {
  const same = forks.find(({ parentId }) => parentId === fork.parentId);
  return same
    ? forks.with(forks.indexOf(same), {
        ...same,
        branches: [...same.branches, ...fork.branches.toSpliced(fork.current, 1)],
      })
    : [...forks, fork];
}

/** Keeps the forks that can still show, and that have more than one way. */
function withForks({ forks: _forks, ...state }: ConversationState, all: readonly Fork[]): ConversationState {
  const reachable = new Set(['', ...state.messages.map(({ id }) => id)]);
  let found = -1;
  while (found !== reachable.size) {
    found = reachable.size;
    for (const { parentId, branches } of all) {
      if (reachable.has(parentId)) {
        branches.flat().forEach(({ id }) => reachable.add(id));
      }
    }
  }
  const forks = all.filter(({ parentId, branches }) => branches.length > 1 && reachable.has(parentId));
  return forks.length > 0 ? { ...state, forks } : state;
}

function forkAt({ forks }: ConversationState, parentId: string): Fork | undefined {
  return forks?.find((fork) => fork.parentId === parentId);
}

function others({ forks = [] }: ConversationState, fork: Fork | undefined): readonly Fork[] {
  return forks.filter((other) => other !== fork);
}

/** How many messages there are up to and with this one; undefined where it is not shown. */
function lengthUpTo({ messages }: ConversationState, id: string): number | undefined {
  const index = messages.findIndex((message) => message.id === id);
  return id === '' ? 0 : index < 0 ? undefined : index + 1;
}
