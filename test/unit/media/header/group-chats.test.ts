import assert from 'node:assert/strict';
import { groupChats } from '../../../../media/header/group-chats';
import { justArchived } from '../../../../media/header/just-archived';
import { matchesElsewhere, visibleChats, type ChatScope } from '../../../../media/header/visible-chats';
import { waysTo } from '../../../../media/header/ways-to';
import type { FoundChats } from '../../../../media/state';
import type { ConversationState, ConversationSummary } from '../../../../src/shared/conversation';

const now = new Date(2026, 2, 15, 9, 0);

describe('the list of chats', () => {
  it('is grouped by the day of the last change, newest first', () => {
    const chats = [
      chat('old', new Date(2025, 10, 2)),
      chat('early today', new Date(2026, 2, 15, 0, 5)),
      chat('late yesterday', new Date(2026, 2, 14, 23, 55)),
      chat('now', now),
      chat('this week', new Date(2026, 2, 10)),
      chat('this month', new Date(2026, 1, 20)),
    ];
    const groups = groupChats(
      chats.map((listed) => ({ chat: listed })),
      now,
    );
    // Under these the time of day tells all.
    assert.deepEqual(
      groups.flatMap(({ title, isDay }) => (isDay ? title : [])),
      ['Today', 'Yesterday'],
    );
    assert.deepEqual(
      groups.map(({ title, chats: members }) => [title, ...members.map(({ chat: { id } }) => id)]),
      [
        ['Today', 'now', 'early today'],
        ['Yesterday', 'late yesterday'],
        ['Last 7 days', 'this week'],
        ['Last 30 days', 'this month'],
        ['November 2025', 'old'],
      ],
    );
  });

  it('shows what the host found for the very query, and matching titles until then', () => {
    const chats = [chat('Cat', now), chat('Dog', now)];
    const shown = (query: string, found?: FoundChats) =>
      visibleChats(chats, { query, found, scope: 'all', workspace: undefined, archived: [] }).map(
        (listed) => listed.chat.id,
      );
    assert.deepEqual(shown(' '), ['Cat', 'Dog']);
    assert.deepEqual(shown('cat'), ['Cat']);
    assert.deepEqual(shown('cat', { query: 'ca', found: [{ id: 'Dog' }] }), ['Cat']);
    assert.deepEqual(shown('cat ', { query: 'cat', found: [{ id: 'Dog' }] }), ['Dog']);
  });
});

describe('the scope of the list of chats', () => {
  const workspace = { id: 'w1', name: 'shop' };
  const chats = [
    { ...chat('Here', now), workspace },
    { ...chat('There', now), workspace: { id: 'w2', name: 'blog' } },
    chat('Old', now),
    { ...chat('Done', now), workspace, isArchived: true },
    { ...chat('Top', new Date(2020, 1, 1)), isPinned: true },
  ];
  const list = (scope: ChatScope, query = '', archived: readonly string[] = []) =>
    visibleChats(chats, { query, found: undefined, scope, workspace, archived });
  const shown = (scope: ChatScope, query = '') => list(scope, query).map((listed) => listed.chat.id);

  it('is this workspace, everything that is not archived, or the archive', () => {
    assert.deepEqual(shown('workspace'), ['Here']);
    assert.deepEqual(shown('all'), ['Here', 'There', 'Old', 'Top']);
    assert.deepEqual(shown('archived'), ['Done']);
  });

  it('has what was just archived in its place, to be had back, and in the archive as anything else', () => {
    const undoable = (scope: ChatScope) =>
      list(scope, '', ['Done']).map((listed) => [listed.chat.id, listed.undoable] as const);
    assert.deepEqual(undoable('workspace'), [
      ['Here', undefined],
      ['Done', 'archived'],
    ]);
    assert.deepEqual(undoable('archived'), [['Done', undefined]]);
  });

  it('is everything where all chats are searched', () => {
    assert.deepEqual(shown('all', 'done'), ['Done']);
    assert.deepEqual(shown('workspace', 'done'), []);
  });

  it('has no card for what was just archived in a search, where that is a match in the archive or in all', () => {
    assert.deepEqual(list('workspace', 'done', ['Done']), []);
    assert.deepEqual(
      list('all', 'done', ['Done']).map((listed) => listed.undoable),
      [undefined],
    );
  });

  it('tells of matches that it leaves out, and where they are', () => {
    const elsewhere = (scope: ChatScope, query: string) =>
      matchesElsewhere(chats, { query, found: undefined, scope, workspace, archived: [] });
    assert.deepEqual(elsewhere('workspace', 'done'), { scope: 'archived', count: 1 });
    assert.deepEqual(elsewhere('workspace', 'o'), { scope: 'all', count: 3 });
    assert.deepEqual(elsewhere('archived', 'old'), { scope: 'all', count: 1 });
    assert.deepEqual(elsewhere('all', 'done'), undefined);
    assert.deepEqual(elsewhere('workspace', ''), undefined);
  });

  it('has what is pinned before everything else', () => {
    const listed = chats.map((other) => ({ chat: other }));
    const [first] = groupChats(listed, now);
    assert.deepEqual([first?.title, first?.chats[0]?.chat.id], ['Pinned', 'Top']);
  });

  it('has what matches a search in its title or word for word before that, under a heading of its own', () => {
    const closeness = new Map([
      ['Old', 'title'],
      ['There', 'phrase'],
    ] as const);
    const matches = chats.map((other) => {
      const close = closeness.get(other.id as 'Old' | 'There');
      return { chat: other, ...(close && { closeness: close }) };
    });
    assert.deepEqual(
      groupChats(matches, now).map(({ title, chats: members }) => [title, ...members.map((each) => each.chat.id)]),
      [
        ['Best matches', 'Old', 'There'],
        ['Pinned', 'Top'],
        ['Today', 'Here', 'Done'],
      ],
    );
  });
});

describe('chats that were just archived', () => {
  const listed = [chat('one', now), chat('two', now)];
  const filed = listed.map((each) => ({ ...each, isArchived: true }));

  it('are those that were listed before, until they come back', () => {
    assert.deepEqual(justArchived([], listed, filed), ['one', 'two']);
    assert.deepEqual(justArchived(['one'], filed, filed), ['one']);
    assert.deepEqual(justArchived(['one'], filed, listed), []);
  });

  it('are none that came as archived', () => {
    assert.deepEqual(justArchived([], [], filed), []);
  });
});

describe('the way to a message that was put aside', () => {
  const message = (id: string) => ({ role: 'user' as const, id, createdAt: 1, text: id, attachments: [] });
  const state: ConversationState = {
    id: 'c',
    title: 'T',
    createdAt: 1,
    messages: [message('a'), message('b2')],
    forks: [
      { parentId: 'a', branches: [[message('b')], []], current: 1 },
      { parentId: 'b', branches: [[message('c')], []], current: 1 },
    ],
  };

  it('goes through every fork before it, from the beginning on', () => {
    assert.deepEqual(waysTo(state, 'c'), [
      { parentId: 'a', branch: 0 },
      { parentId: 'b', branch: 0 },
    ]);
    assert.deepEqual(waysTo(state, 'b2'), []);
    assert.deepEqual(waysTo(state, 'nowhere'), []);
  });
});

function chat(id: string, updated: Date): ConversationSummary {
  return { id, title: id, createdAt: 0, updatedAt: updated.getTime(), messageCount: 2 };
}
