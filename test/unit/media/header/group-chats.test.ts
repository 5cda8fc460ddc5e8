import assert from 'node:assert/strict';
import { groupChats } from '../../../../media/header/group-chats';
import { visibleChats, type ChatScope } from '../../../../media/header/visible-chats';
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
    assert.deepEqual(
      groupChats(
        chats.map((listed) => ({ chat: listed })),
        now,
      ).map(({ title, chats: members }) => [title, ...members.map(({ chat: { id } }) => id)]),
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
      visibleChats(chats, { query, found, scope: 'all', workspace: undefined }).map((listed) => listed.chat.id);
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
  const shown = (scope: ChatScope, query = '') =>
    visibleChats(chats, { query, found: undefined, scope, workspace }).map((listed) => listed.chat.id);

  it('is this workspace, everything that is not archived, or the archive', () => {
    assert.deepEqual(shown('workspace'), ['Here']);
    assert.deepEqual(shown('all'), ['Here', 'There', 'Old', 'Top']);
    assert.deepEqual(shown('archived'), ['Done']);
  });

  it('is everything where all chats are searched', () => {
    assert.deepEqual(shown('all', 'done'), ['Done']);
    assert.deepEqual(shown('workspace', 'done'), []);
  });

  it('has what is pinned before everything else', () => {
    const listed = chats.map((other) => ({ chat: other }));
    const [first] = groupChats(listed, now);
    assert.deepEqual([first?.title, first?.chats[0]?.chat.id], ['Pinned', 'Top']);
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
