import assert from 'node:assert/strict';
import { ModelError } from '../../../src/model/model-error';
import { eventOf, lastAnswer, newChat } from './chat-fixture';
import { answer, ScriptedModel, text } from './scripted-model';

const limited = new ModelError('rateLimited', '', { status: 429, retryAfterMilliseconds: 3_600_000 });

describe('waiting for a server that asked for it', () => {
  let now: () => number;
  beforeEach(() => (now = Date.now));
  afterEach(() => (Date.now = now));

  it('is shown until the time has come, and then asks', async () => {
    const { chat, events } = await newChat();
    const model = new ScriptedModel([limited], answer('Yes.'));
    await chat.send({ text: '?', attachments: [], model });
    const { id, failure } = lastAnswer(chat);
    // The hour is over but for a moment.
    const retryAt = failure?.retryAt ?? 0;
    const skipped = retryAt - now() - 20;
    Date.now = () => now() + skipped;
    await chat.waitAndRetry(id, model);
    const scheduled = events.find((event) => event.type === 'retryScheduled');
    assert.equal(scheduled?.retry.resumesAt, retryAt);
    assert.equal(scheduled.retry.attempt, 2);
    assert.equal(scheduled.retry.failure.kind, 'rateLimited');
    assert.equal(lastAnswer(chat).text, 'Yes.');
    assert.equal(lastAnswer(chat).status, 'complete');
    assert(Date.now() >= retryAt);
  });

  it('can be stopped, and asks nothing then', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([limited], answer('Yes.'));
    await chat.send({ text: '?', attachments: [], model });
    const scheduled = eventOf(chat, 'retryScheduled');
    const waiting = chat.waitAndRetry(lastAnswer(chat).id, model);
    await scheduled;
    assert.equal(lastAnswer(chat).retry?.attempt, 2);
    assert.equal(await chat.send({ text: 'Other?', attachments: [], model }), 'busy');
    await chat.stop();
    assert.equal(await waiting, 'ended');
    assert.equal(lastAnswer(chat).status, 'stopped');
    assert.equal(model.requests.length, 1);
  });

  it('goes on from what came', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([...text('Ye'), limited], answer('s.'));
    await chat.send({ text: '?', attachments: [], model });
    const { id, failure } = lastAnswer(chat);
    Date.now = () => (failure?.retryAt ?? 0) + 1;
    await chat.waitAndRetry(id, model);
    assert.equal(lastAnswer(chat).id, id);
    assert.equal(lastAnswer(chat).text, 'Yes.');
  });

  it('is no wait where there is nothing to wait for', async () => {
    const { chat, events } = await newChat();
    const model = new ScriptedModel([new ModelError('serverError', '')], answer('Yes.'));
    await chat.send({ text: '?', attachments: [], model });
    await chat.waitAndRetry(lastAnswer(chat).id, model);
    assert.equal(lastAnswer(chat).text, 'Yes.');
    assert(!events.some(({ type }) => type === 'retryScheduled'));
    assert.equal(await chat.waitAndRetry('another', model), 'noSuchMessage');
  });
});
