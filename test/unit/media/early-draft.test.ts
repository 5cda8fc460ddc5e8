import assert from 'node:assert/strict';
import { draftAfterSnapshot } from '../../../media/early-draft';
import type { PanelState } from '../../../src/shared/protocol';

const saved = { panelId: 'view', conversationId: 'c', draftText: 'kept', scroll: { type: 'end' } } as const;

describe('text in the composer when the first snapshot comes', () => {
  it("is the host's, which knows of commands that filled it", () => {
    assert.equal(
      draftAfterSnapshot({ text: 'kept', typed: false, saved }, snapshot('from a command')),
      'from a command',
    );
  });

  it('is what the page kept when the host has none for the same chat', () => {
    assert.equal(draftAfterSnapshot({ text: 'kept', typed: false, saved }, snapshot('')), 'kept');
    assert.equal(draftAfterSnapshot({ text: 'kept', typed: false, saved }, snapshot('', 'another')), '');
  });

  it('is what was typed meanwhile', () => {
    assert.equal(draftAfterSnapshot({ text: 'typed', typed: true, saved: undefined }, snapshot('old')), 'typed');
  });
});

function snapshot(text: string, id = 'c'): PanelState {
  return {
    conversation: { id, title: '', createdAt: 0, messages: [] },
    draft: { text, tray: [] },
    model: { endpoint: '', model: '', label: '', offline: false, local: false },
    request: { parameters: [], known: { capabilities: {}, sources: {} }, adjustments: [] },
    chats: [],
  };
}
