import assert from 'node:assert/strict';
import { emptyView } from '../../../media/state';
import { Store } from '../../../media/store';
import type { ConversationEvent } from '../../../src/shared/conversation-events';
import type { HostMessage, PanelState } from '../../../src/shared/protocol';

const model = { endpoint: 'Local', model: 'eyes-1' };
const panel: PanelState = {
  conversation: {
    id: 'c',
    title: '',
    createdAt: 1,
    messages: [{ role: 'assistant', id: 'a', createdAt: 1, model, text: '', reasoning: '', status: 'streaming' }],
  },
  draft: { text: '', tray: [] },
  model: { ...model, label: 'eyes-1', offline: false, local: true },
  request: { parameters: [], known: { capabilities: {}, sources: {} }, adjustments: [] },
  chats: [],
};

describe('the store', () => {
  it('applies the text of one frame at once', () => {
    const { store, frame, changes } = openStore();
    ['A ', 'cat', '.'].forEach((piece) => store.dispatch(text(piece)));
    assert.equal(changes(), 0);
    frame();
    assert.equal(changes(), 1);
    assert.equal(answerText(store), 'A cat.');
  });

  it('keeps text and reasoning apart and in order', () => {
    const { store, frame } = openStore();
    store.dispatch(text('Hm.', 'reasoningAppended'));
    store.dispatch(text('A cat.'));
    store.dispatch(text(' Sure.', 'reasoningAppended'));
    frame();
    const [answer] = store.state.panel?.conversation.messages ?? [];
    assert.equal(answer?.role === 'assistant' && answer.reasoning, 'Hm. Sure.');
    assert.equal(answerText(store), 'A cat.');
  });

  it('gathers each of several answers that come in turns, and their tokens', () => {
    const { store, frame, changes } = openStore();
    for (const piece of ['A ', 'cat.']) {
      store.dispatch(text(piece));
      store.dispatch(event({ type: 'textAppended', messageId: 'a', text: piece.toUpperCase(), alternative: 1 }));
      const token = { token: piece, logprob: -1, alternatives: [] };
      store.dispatch(event({ type: 'logprobsAppended', messageId: 'a', tokens: [token] }));
    }
    assert.equal(changes(), 0);
    frame();
    assert.equal(changes(), 1);
    const [answer] = store.state.panel?.conversation.messages ?? [];
    assert.ok(answer?.role === 'assistant');
    assert.equal(answer.text, 'A cat.');
    assert.deepEqual(answer.alternatives, [{ text: 'A CAT.', reasoning: '' }]);
    assert.deepEqual(
      answer.logprobs?.map(({ token }) => token),
      ['A ', 'cat.'],
    );
  });

  it('applies waiting text before anything else that happens', () => {
    const { store, frame, changes } = openStore();
    store.dispatch(text('A cat.'));
    store.dispatch({
      type: 'conversationEvent',
      conversationId: 'c',
      event: { type: 'answerEnded', messageId: 'a', status: 'complete' },
    });
    assert.equal(answerText(store), 'A cat.');
    assert.equal(changes(), 1);
    frame();
    assert.equal(changes(), 1);
  });

  it('tells listeners nothing when nothing changed', () => {
    const { store, changes } = openStore();
    store.dispatch({ type: 'composerFocused' });
    assert.equal(changes(), 0);
  });
});

function openStore() {
  const frames: (() => void)[] = [];
  const store = new Store(emptyView, (run) => frames.push(run));
  store.dispatch({ type: 'snapshot', state: panel });
  let count = 0;
  store.subscribe(() => count++);
  return { store, changes: () => count, frame: () => frames.splice(0).forEach((run) => run()) };
}

function text(piece: string, type: 'textAppended' | 'reasoningAppended' = 'textAppended'): HostMessage {
  return event({ type, messageId: 'a', text: piece });
}

function event(value: ConversationEvent): HostMessage {
  return { type: 'conversationEvent', conversationId: 'c', event: value };
}

function answerText(store: Store): string | undefined {
  const [answer] = store.state.panel?.conversation.messages ?? [];
  return answer?.text;
}
