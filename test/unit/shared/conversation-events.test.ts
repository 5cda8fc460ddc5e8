import assert from 'node:assert/strict';
import type { AnswerMessage, ConversationState } from '../../../src/shared/conversation';
import { applyEvent, emptyConversation, type ConversationEvent } from '../../../src/shared/conversation-events';
import { growthOf } from '../../../src/shared/text-growth';

const model = { endpoint: 'Local', model: 'eyes-1' };
const failure = { kind: 'timeout', message: 'Late.', actions: ['retry'] } as const;
const question = { role: 'user', id: 'q', createdAt: 1, text: 'What?', attachments: [] } as const;

const asked: readonly ConversationEvent[] = [
  { type: 'conversationCreated', id: 'c', title: 'What?', createdAt: 1 },
  { type: 'userMessageAdded', message: question },
  { type: 'answerStarted', messageId: 'a', model, createdAt: 2 },
];

describe('the fold of a chat', () => {
  it('begins an answer empty and streaming', () => {
    const empty = { role: 'assistant', id: 'a', createdAt: 2, model, text: '', reasoning: '', status: 'streaming' };
    assert.deepEqual(fold(...asked), { id: 'c', title: 'What?', createdAt: 1, messages: [question, empty] });
  });

  it('appends text and reasoning to the answer that they name', () => {
    const state = fold(
      ...asked,
      { type: 'reasoningAppended', messageId: 'a', text: 'Hm. ' },
      { type: 'textAppended', messageId: 'a', text: 'A ' },
      { type: 'reasoningAppended', messageId: 'a', text: 'Well.' },
      { type: 'textAppended', messageId: 'a', text: 'cat.' },
    );
    assert.equal(answerOf(state).text, 'A cat.');
    assert.equal(answerOf(state).reasoning, 'Hm. Well.');
  });

  it('tells what was added to a text last, and to which', () => {
    const before = fold(...asked, { type: 'textAppended', messageId: 'a', text: 'A ' });
    const after = applyEvent(before, { type: 'textAppended', messageId: 'a', text: 'cat.' });
    assert.deepEqual(growthOf(answerOf(after)), { from: 'A ', by: 'cat.' });
    assert.equal(growthOf(answerOf(applyEvent(after, { type: 'textBecameReasoning', messageId: 'a' }))), undefined);
  });

  it('takes text for reasoning when it turns out to be that, in the answer that is named', () => {
    const state = fold(
      ...asked,
      { type: 'textAppended', messageId: 'a', text: 'Hm. </think>' },
      { type: 'textAppended', messageId: 'a', text: 'Ah.', alternative: 1 },
      { type: 'textBecameReasoning', messageId: 'a' },
      { type: 'textBecameReasoning', messageId: 'a', alternative: 2 },
      { type: 'textAppended', messageId: 'a', text: 'A cat.' },
    );
    assert.equal(answerOf(state).text, 'A cat.');
    assert.equal(answerOf(state).reasoning, 'Hm.');
    assert.deepEqual(answerOf(state).alternatives, [{ text: 'Ah.', reasoning: '' }]);
  });

  it('shows a wait until something comes or the answer ends', () => {
    const waiting: ConversationEvent = {
      type: 'retryScheduled',
      messageId: 'a',
      retry: { attempt: 2, resumesAt: 9, failure },
    };
    const ends: readonly ConversationEvent[] = [
      { type: 'textAppended', messageId: 'a', text: 'A' },
      { type: 'reasoningAppended', messageId: 'a', text: 'H' },
      { type: 'answerEnded', messageId: 'a', status: 'stopped' },
    ];
    assert.equal(answerOf(fold(...asked, waiting)).retry?.attempt, 2);
    for (const end of ends) {
      assert(!('retry' in answerOf(fold(...asked, waiting, end))));
    }
  });

  it('keeps why an answer failed until it goes on', () => {
    const failed = fold(...asked, { type: 'answerEnded', messageId: 'a', status: 'failed', failure });
    assert.deepEqual(answerOf(failed).failure, failure);
    const other = { endpoint: 'Other', model: 'eyes-2' };
    const resumed = answerOf(applyEvent(failed, { type: 'answerResumed', messageId: 'a', model: other }));
    assert.deepEqual([resumed.status, resumed.model, 'failure' in resumed], ['streaming', other, false]);
  });

  it('marks questions whose pictures are left out, and only questions', () => {
    const state = fold(...asked, { type: 'imagesLeftOut', messageIds: ['q', 'a', 'x'] });
    assert.deepEqual(state.messages[0], { ...question, imagesLeftOut: true });
    assert(!('imagesLeftOut' in answerOf(state)));
  });

  it('removes the messages that are named', () => {
    assert.deepEqual(fold(...asked, { type: 'messagesRemoved', messageIds: ['q', 'x'] }).messages.length, 1);
  });

  it('is not changed by events that name nothing that is there, or a question as an answer', () => {
    const before = fold(...asked);
    for (const messageId of ['x', 'q']) {
      const events: readonly ConversationEvent[] = [
        { type: 'textAppended', messageId, text: 'A' },
        { type: 'reasoningAppended', messageId, text: 'A' },
        { type: 'answerResumed', messageId, model },
        { type: 'usageReported', messageId, usage: { inputTokens: 1, outputTokens: 1 } },
        { type: 'answerEnded', messageId, status: 'complete' },
      ];
      events.forEach((event) => assert.equal(applyEvent(before, event), before));
    }
  });

  it('never changes a state that somebody holds', () => {
    const events: readonly ConversationEvent[] = [
      ...asked,
      { type: 'textAppended', messageId: 'a', text: 'A' },
      { type: 'answerEnded', messageId: 'a', status: 'complete' },
      { type: 'titleChanged', title: 'Other' },
      { type: 'imagesLeftOut', messageIds: ['q'] },
      { type: 'messagesRemoved', messageIds: ['a'] },
    ];
    events.reduce((state, event) => deepFreeze(applyEvent(state, event)), deepFreeze(emptyConversation));
  });
});

function fold(...events: readonly ConversationEvent[]): ConversationState {
  return events.reduce(applyEvent, emptyConversation);
}

function answerOf(state: ConversationState): AnswerMessage {
  const message = state.messages.at(-1);
  assert(message?.role === 'assistant');
  return message;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
