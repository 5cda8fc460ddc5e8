import assert from 'node:assert/strict';
import type { Conversation } from '../../../../src/conversation/conversation';
import { eventOf, textAttachment } from '../../conversation/chat-fixture';
import { answer, ScriptedModel, stop, text } from '../../conversation/scripted-model';
import { turnsOf } from './turns-fixture';

describe('A question asked while an answer is being made', () => {
  it('waits with what is attached, and is asked when the answer has ended', async () => {
    const { send, first, end, tray, shown, blobs, waiting, settled } = await answering(answer('A cart.'));
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await send('And this?');
    assert.deepEqual(tray.items, []);
    assert.deepEqual(waiting, [{ text: 'And this?', attached: ['cart.js'] }]);
    assert.deepEqual(texts(await shown.get()), ['First', 'Hm']);
    end();
    await first;
    await settled();
    assert.deepEqual(texts(await shown.get()), ['First', 'Hm', 'And this?', 'A cart.']);
    assert.equal(waiting.at(-1), undefined);
  });

  it('goes on waiting where the answer is stopped, until it is sent', async () => {
    const { send, first, turns, shown, settled, drafts } = await answering(answer('Two.'));
    await send('Second');
    await turns.stop((await shown.get()).id);
    await first;
    await settled();
    const chat = await shown.get();
    assert.deepEqual(texts(chat), ['First', 'Hm']);
    assert.equal(drafts.text.waiting?.text, 'Second');
    await turns.handle({ type: 'waitingQuestionSettled', conversationId: chat.id, how: 'send' });
    assert.deepEqual(texts(chat), ['First', 'Hm', 'Second', 'Two.']);
    assert.equal(drafts.text.waiting, undefined);
  });

  it('goes on waiting where the answer fails', async () => {
    const { send, first, fail, settled, drafts, model } = await answering();
    await send('Second');
    fail();
    await first;
    await settled();
    assert.equal(model.requests.length, 1);
    assert.equal(drafts.text.waiting?.text, 'Second');
  });

  it('is sent at once where the person wants that: the answer is stopped and what came of it is kept', async () => {
    const { send, first, turns, shown } = await answering(answer('Two.'));
    await send('Second');
    const chat = await shown.get();
    await turns.handle({ type: 'waitingQuestionSettled', conversationId: chat.id, how: 'send' });
    await first;
    assert.deepEqual(texts(chat), ['First', 'Hm', 'Second', 'Two.']);
    assert.deepEqual(
      chat.state.messages.map((message) => (message.role === 'assistant' ? message.status : undefined)),
      [undefined, 'stopped', undefined, 'complete'],
    );
  });

  it('stops nothing when it is sent for the second time', async () => {
    const { send, first, end, turns, shown, settled } = await answering(answer('Two.'));
    await send('Second');
    const chat = await shown.get();
    const sendNow = () => turns.handle({ type: 'waitingQuestionSettled', conversationId: chat.id, how: 'send' });
    end();
    await Promise.all([sendNow(), sendNow(), first]);
    await settled();
    await sendNow();
    assert.deepEqual(texts(chat), ['First', 'Hm', 'Second', 'Two.']);
    assert.deepEqual(
      chat.state.messages.map((message) => (message.role === 'assistant' ? message.status : undefined)).at(-1),
      'complete',
    );
  });

  it('waits again when its removal is taken back, and is sent then', async () => {
    const { send, end, first, shown, drafts, turns, settled, model } = await answering();
    const { id: conversationId } = await shown.get();
    const waiting = (): string | undefined => drafts.text.waiting?.text;
    await send('Second');
    await turns.handle({ type: 'waitingQuestionSettled', conversationId, how: 'remove' });
    assert.equal(waiting(), undefined);
    await turns.handle({ type: 'waitingQuestionSettled', conversationId, how: 'putBack' });
    assert.equal(waiting(), 'Second');
    // Once, for what was removed once.
    await turns.handle({ type: 'waitingQuestionSettled', conversationId, how: 'edit' });
    await turns.handle({ type: 'waitingQuestionSettled', conversationId, how: 'putBack' });
    assert.equal(waiting(), undefined);
    await send('Second');
    end();
    await first;
    await settled();
    assert.equal(model.requests.length, 2);
  });

  it('is typed again before what was typed since, or forgotten', async () => {
    const { send, end, first, shown, tray, blobs, drafts, memory, turns, settled, model } = await answering();
    const { id } = await shown.get();
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await send('Second');
    memory.change({ text: 'Third' });
    await turns.handle({ type: 'waitingQuestionSettled', conversationId: id, how: 'edit' });
    assert.equal(drafts.text.text, 'Second\nThird');
    assert.equal(tray.items.length, 1);
    await send('Other');
    await turns.handle({ type: 'waitingQuestionSettled', conversationId: id, how: 'remove' });
    end();
    await first;
    await settled();
    assert.equal(model.requests.length, 1);
    assert.equal(drafts.text.waiting, undefined);
  });

  it('is the only one: a third is given back', async () => {
    const { send, given, notices, drafts } = await answering();
    await send('Second');
    await send('Third');
    assert.equal(drafts.text.waiting?.text, 'Second');
    assert.deepEqual(given, ['Third']);
    assert.match(notices.join(), /still coming/);
  });

  it('is asked in its chat though another one is shown by then', async () => {
    const { send, first, end, open, shown, settled, store, conversations, waiting } = await answering(answer('Two.'));
    const { id } = await shown.get();
    await send('Second');
    await open();
    end();
    await first;
    await settled();
    await conversations.closeAll();
    assert.deepEqual(
      (await store.read(id))?.messages.map((message) => message.text),
      ['First', 'Hm', 'Second', 'Two.'],
    );
    assert.equal(waiting.length, 1);
  });

  it('goes to no other machine than it was meant for', async () => {
    const { send, first, end, target, shown, settled, turns, given, notices, drafts, model } = await answering();
    await send('Second');
    target.value = { ...target.value, endpoint: 'Elsewhere' };
    end();
    await first;
    await settled();
    assert.equal(model.requests.length, 1);
    assert.equal(drafts.text.waiting?.text, 'Second');
    const { id } = await shown.get();
    await turns.handle({ type: 'waitingQuestionSettled', conversationId: id, how: 'send' });
    assert.equal(model.requests.length, 1);
    assert.deepEqual(given, ['Second']);
    assert.match(notices.join(), /Another model answers now/);
  });
});

/** A panel in which the answer to a first question has begun and does not end by itself. */
async function answering(...next: readonly ReturnType<typeof answer>[]) {
  const rest = Promise.withResolvers<void>();
  const model = new ScriptedModel([...text('Hm'), rest.promise, stop], ...next);
  const panel = await turnsOf(model);
  const started = eventOf(await panel.shown.get(), 'textAppended');
  const first = panel.send('First');
  await started;
  return { ...panel, model, first, end: rest.resolve, fail: () => rest.reject(new Error('Gone.')) };
}

function texts({ state }: Conversation): readonly string[] {
  return state.messages.map((message) => message.text);
}
