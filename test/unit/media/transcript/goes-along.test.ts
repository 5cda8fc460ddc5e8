import assert from 'node:assert/strict';
import { goesAlong } from '../../../../media/transcript/goes-along';
import type { AnswerMessage, Fork, Message } from '../../../../src/shared/conversation';

const asked = (id: string): Message => ({ role: 'user', id, createdAt: 0, text: 'Hi', attachments: [] });
const answered = (id: string, changes: Partial<AnswerMessage> = {}): AnswerMessage => ({
  role: 'assistant',
  id,
  createdAt: 0,
  model: { endpoint: 'OpenAI', model: 'm' },
  text: '',
  reasoning: '',
  status: 'complete',
  ...changes,
});
const stopped = (id: string): AnswerMessage => answered(id, { status: 'stopped', reasoning: 'Hm.' });
const along = (messages: readonly Message[], forks?: ReadonlyMap<string, Fork>): readonly string[] => [
  ...goesAlong(messages, forks ?? new Map()),
];

describe('what goes along with the next question', () => {
  it('are all questions at the end to which nothing was answered', () => {
    const messages = [asked('q1'), answered('a1', { text: 'Yes.' }), asked('q2'), stopped('a2')];
    assert.deepEqual(along(messages), ['q2']);
    assert.deepEqual(along([...messages, asked('q3'), answered('a3', { status: 'failed' })]), ['q2', 'q3']);
  });

  it('is none that is answered, if only by a part of an answer or a refusal', () => {
    assert.deepEqual(along([asked('q1'), answered('a1', { text: 'Ye', status: 'stopped' })]), []);
    assert.deepEqual(along([asked('q1'), answered('a1', { refusal: 'No.' })]), []);
    assert.deepEqual(along([asked('q1'), stopped('a1'), asked('q2'), answered('a2', { text: 'Both.' })]), []);
    assert.deepEqual(along([]), []);
  });

  it('is none while one is being asked', () => {
    assert.deepEqual(along([asked('q1'), stopped('a1'), asked('q2')]), []);
    assert.deepEqual(along([asked('q1'), answered('a1', { status: 'streaming' })]), []);
  });

  it('is none that has an answer in another version', () => {
    const fork: Fork = { parentId: 'q1', branches: [[answered('a0', { text: 'Yes.' })], []], current: 1 };
    assert.deepEqual(along([asked('q1'), stopped('a1')], new Map([['a1', fork]])), []);
  });
});
