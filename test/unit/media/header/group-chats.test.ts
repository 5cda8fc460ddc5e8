import assert from 'node:assert/strict';
import { groupChats } from '../../../../media/header/group-chats';
import { visibleChats } from '../../../../media/header/visible-chats';
import type { ConversationSummary } from '../../../../src/shared/conversation';

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
      groupChats(chats, now).map(({ title, chats: members }) => [title, ...members.map(({ id }) => id)]),
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
    const shown = (query: string, found?: { query: string; ids: string[] }) =>
      visibleChats(chats, query, found).map(({ id }) => id);
    assert.deepEqual(shown(' '), ['Cat', 'Dog']);
    assert.deepEqual(shown('cat'), ['Cat']);
    assert.deepEqual(shown('cat', { query: 'ca', ids: ['Dog'] }), ['Cat']);
    assert.deepEqual(shown('cat ', { query: 'cat', ids: ['Dog'] }), ['Dog']);
  });
});

function chat(id: string, updated: Date): ConversationSummary {
  return { id, title: id, createdAt: 0, updatedAt: updated.getTime(), messageCount: 2 };
}
