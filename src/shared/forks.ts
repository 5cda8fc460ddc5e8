import type { ConversationState, Fork, Message } from './conversation';

/*
 * A chat is a tree of which one path is shown. The path is `messages`; where it could have gone another way there is a
 * fork, which keeps the other ways and says after which message they begin. Forks inside of a way that is put aside stay
 * in the same list: they show again when their message does.
 */

/** All messages of a chat: those that are shown, and then those of its other ways. */
export function everyMessage({ messages, forks = [] }: ConversationState): readonly Message[] {
  return [...messages, ...forks.flatMap(({ branches }) => branches.flat())];
}

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

/**
 * Takes messages of the path out, and with a question all that it was answered. What was asked after its other answers
 * stays: those are other ways to go on from what stood before the question.
 */
export function removeMessages(state: ConversationState, ids: ReadonlySet<string>): ConversationState {
  const messages = state.messages.filter(({ id }) => !ids.has(id));
  if (!state.forks) {
    return { ...state, messages };
  }
  const before = placesBefore(state, ids);
  const moved = state.forks.reduce<readonly Fork[]>((forks, fork) => join(forks, withoutMessages(fork, before)), []);
  return [...moved].reduce(leaveEmptyBranch, withForks({ ...state, messages }, moved));
}

/** For all that goes with messages of the path, other answers of its questions too: after which message that stood. */
function placesBefore(
  { messages, forks = [] }: ConversationState,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let place = '';
  for (const { id, role } of messages) {
    if (!ids.has(id)) {
      place = id;
      continue;
    }
    const branches = role === 'user' ? (forks.find(({ parentId }) => parentId === id)?.branches ?? []) : [];
    for (const gone of [id, ...branches.flatMap(firstAnswers)]) {
      places.set(gone, place);
    }
  }
  return places;
}

/** Identifiers of the answers with which a way goes on from its question. */
function firstAnswers(branch: readonly Message[]): readonly string[] {
  const next = branch.findIndex(({ role }) => role === 'user');
  return branch.slice(0, next < 0 ? branch.length : next).map(({ id }) => id);
}

function withoutMessages({ parentId, branches, current }: Fork, gone: ReadonlyMap<string, string>): Fork {
  const left = branches
    .map((branch, index) => ({ isCurrent: index === current, branch: branch.filter(({ id }) => !gone.has(id)) }))
    .filter(({ isCurrent, branch }) => isCurrent || branch.length > 0);
  return {
    parentId: gone.get(parentId) ?? parentId,
    branches: left.map(({ branch }) => branch),
    current: left.findIndex(({ isCurrent }) => isCurrent),
  };
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
