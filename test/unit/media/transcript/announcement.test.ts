import assert from 'node:assert/strict';
import { announcement } from '../../../../media/transcript/announcement';
import type { AnswerMessage, ConversationState } from '../../../../src/shared/conversation';
import type { Failure } from '../../../../src/shared/failure';

const failure: Failure = { kind: 'rateLimited', message: 'Too many requests. Wait.', actions: ['retry'] };

describe('what a screen reader is told', () => {
  it('is that an answer began and that it is complete', () => {
    assert.equal(announcement(chat(), chat({ status: 'streaming' }), 0), 'Iris is answering');
    assert.equal(announcement(chat({ status: 'streaming' }), chat({ status: 'complete' }), 0), 'Answer complete');
  });

  it('is the beginning of an answer that is complete', () => {
    const whole = chat({ status: 'complete', text: 'A **grey** cat.' });
    assert.equal(announcement(chat({ status: 'streaming' }), whole, 0), 'Answer complete. A grey cat.');
  });

  it('is none of its pieces', () => {
    const before = chat({ status: 'streaming', text: 'A' });
    assert.equal(announcement(before, chat({ status: 'streaming', text: 'A cat' }), 0), undefined);
  });

  it('is what went wrong, in the words of the failure', () => {
    const failed = chat({ status: 'failed', failure });
    assert.equal(announcement(chat({ status: 'streaming' }), failed, 0), 'Too many requests. Wait.');
  });

  it('is a wait once, when it begins', () => {
    const waiting = chat({ status: 'streaming', retry: { attempt: 2, resumesAt: 7_000, failure } });
    assert.equal(announcement(chat({ status: 'streaming' }), waiting, 0), 'Rate limited. Attempt 2 in 7\u00a0s.');
    assert.equal(announcement(waiting, waiting, 1_000), undefined);
  });

  it('is nothing when another version of an answer is shown, which ended long ago', () => {
    const [first, second] = [answer({ id: 'first', status: 'complete' }), answer({ id: 'second', status: 'complete' })];
    const shown = (current: AnswerMessage, branches: readonly (readonly AnswerMessage[])[], index: number) => ({
      ...chat(),
      messages: [current],
      forks: [{ parentId: '', branches, current: index }],
    });
    assert.equal(announcement(shown(second, [[first], []], 1), shown(first, [[], [second]], 0), 0), undefined);
  });

  it('is nothing when another chat is opened or a turn is deleted', () => {
    assert.equal(announcement({ ...chat(), id: 'other' }, chat({ status: 'complete' }), 0), undefined);
    const first = answer({ status: 'complete' });
    const two = { ...chat(), messages: [first, { ...first, id: 'second' }] };
    assert.equal(announcement(two, { ...two, messages: [first] }, 0), undefined);
  });
});

function answer(changes: Partial<AnswerMessage>): AnswerMessage {
  const model = { endpoint: '', model: '' };
  return { role: 'assistant', id: 'a', createdAt: 0, model, text: '', reasoning: '', status: 'streaming', ...changes };
}

function chat(changes?: Partial<AnswerMessage>): ConversationState {
  return { id: 'c', title: '', createdAt: 0, messages: changes ? [answer(changes)] : [] };
}
