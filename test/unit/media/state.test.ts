import assert from 'node:assert/strict';
import { emptyView, reduce } from '../../../media/state';
import type { ViewAction, ViewState } from '../../../media/state';
import type { PanelState } from '../../../src/shared/protocol';

const panel: PanelState = {
  conversation: { id: 'c', title: 'Chat', createdAt: 1, messages: [] },
  draft: { text: 'typed', tray: [] },
  model: { endpoint: 'Local', model: 'eyes-1', label: 'eyes-1', offline: false, local: true },
  request: { parameters: [], known: { capabilities: {}, sources: {} }, adjustments: [] },
  chats: [],
};

describe('the state of the panel', () => {
  it('has nothing to change before the first snapshot', () => {
    assert.equal(reduce(emptyView, { type: 'trayChanged', tray: [] }), emptyView);
  });

  it('takes a snapshot whole', () => {
    assert.equal(shown().panel, panel);
  });

  it('folds the events of its own chat', () => {
    const event = { type: 'titleChanged', title: 'New' } as const;
    assert.equal(shown({ type: 'conversationEvent', conversationId: 'c', event }).panel?.conversation.title, 'New');
    assert.equal(shown({ type: 'conversationEvent', conversationId: 'x', event }).panel?.conversation.title, 'Chat');
  });

  it('takes the first event of a chat that had no identity', () => {
    const fresh = { ...panel, conversation: { ...panel.conversation, id: '' } };
    const event = { type: 'conversationCreated', id: 'n', title: 'Hi', createdAt: 2 } as const;
    const state = [
      { type: 'snapshot', state: fresh } as const,
      { type: 'conversationEvent', conversationId: 'n', event } as const,
    ].reduce(reduce, emptyView);
    assert.equal(state.panel?.conversation.id, 'n');
  });

  it('keeps the tray when text is typed, and the text when the tray changes', () => {
    const tray = [{ status: 'preparing', id: 'a', name: 'a.png' }] as const;
    const state = shown({ type: 'trayChanged', tray }, { type: 'draftTyped', text: 'more' });
    assert.deepEqual(state.panel?.draft, { text: 'more', tray });
  });

  it('shows a notice until it is dismissed, also while the question that it is about is added', () => {
    const message = { role: 'user', id: 'q2', createdAt: 3, text: 'And?', attachments: [] } as const;
    const asked = {
      type: 'conversationEvent',
      conversationId: 'c',
      event: { type: 'userMessageAdded', message },
    } as const;
    assert.equal(shown({ type: 'noticeShown', text: 'Hm.' }, asked).notice, 'Hm.');
    assert.equal(shown({ type: 'noticeShown', text: 'Hm.' }).notice, 'Hm.');
    assert.equal(shown({ type: 'noticeShown', text: 'Hm.' }, { type: 'noticeDismissed' }).notice, undefined);
  });

  it('shows no notice of what is asked beside the question', () => {
    const findings = [{ kind: 'key', place: { type: 'text', line: 1, before: '', after: '' } }] as const;
    const secrets = { status: 'found', findings, canRedact: true } as const;
    const heldBack = [{ id: 'typed', kind: 'typed', name: 'Your question', secrets }] as const;
    const text = 'What you typed may hold secrets. Redact them, change it, or send it anyway.';
    assert.equal(shown({ type: 'heldBackChanged', heldBack }, { type: 'noticeShown', text }).notice, undefined);
    assert.equal(shown({ type: 'heldBackChanged', heldBack }, { type: 'noticeShown', text: 'Hm.' }).notice, 'Hm.');
    assert.equal(shown({ type: 'noticeShown', text }).notice, text);
  });

  for (const cover of ['chats', 'settings'] as const) {
    it(`takes the ${cover} away when the host wants the composer`, () => {
      assert.equal(shown({ type: 'coverChanged', cover }).cover, cover);
      assert.equal(shown({ type: 'coverChanged', cover }, { type: 'composerFocused' }).cover, 'none');
      assert.equal(shown({ type: 'coverChanged', cover }, { type: 'draftTextReplaced', text: 'x' }).cover, 'none');
    });
  }

  it('takes the settings away when a question is asked', () => {
    const message = { role: 'user', id: 'q', createdAt: 1, text: 'Hi', attachments: [] } as const;
    const asked = {
      type: 'conversationEvent',
      conversationId: 'c',
      event: { type: 'userMessageAdded', message },
    } as const;
    assert.equal(shown({ type: 'coverChanged', cover: 'settings' }, asked).cover, 'none');
    const elsewhere = { ...asked, conversationId: 'x' };
    assert.equal(shown({ type: 'coverChanged', cover: 'settings' }, elsewhere).cover, 'settings');
  });

  it('takes parameters and a system prompt before the first question', () => {
    const fresh = { ...panel, conversation: { ...panel.conversation, id: '' } };
    const event = { type: 'parametersChanged', parameters: { temperature: 0 } } as const;
    const state = [
      { type: 'snapshot', state: fresh } as const,
      { type: 'conversationEvent', conversationId: '', event } as const,
    ].reduce(reduce, emptyView);
    assert.deepEqual(state.panel?.conversation.parameters, { temperature: 0 });
  });
});

function shown(...actions: readonly ViewAction[]): ViewState {
  return [{ type: 'snapshot', state: panel } as const, ...actions].reduce(reduce, emptyView);
}
