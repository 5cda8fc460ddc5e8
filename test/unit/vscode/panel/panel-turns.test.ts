import assert from 'node:assert/strict';
import { ModelError } from '../../../../src/model/model-error';
import { eventOf, imageAttachment, lastAnswer, textAttachment } from '../../conversation/chat-fixture';
import { answer, ScriptedModel, silence, text } from '../../conversation/scripted-model';
import { turnsOf } from './turns-fixture';

describe('PanelTurns', () => {
  it('sends the text with what is attached, which leaves the tray', async () => {
    const { send, tray, memory, shown, blobs } = await turnsOf(new ScriptedModel(answer('A cart.')));
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await send('What is this?');
    const { state } = await shown.get();
    assert.deepEqual(
      state.messages.map((message) => message.text),
      ['What is this?', 'A cart.'],
    );
    assert.deepEqual(tray.items, []);
    assert.equal(memory.conversationId, state.id);
  });

  it('sends nothing where there is nothing', async () => {
    const model = new ScriptedModel(answer('Never.'));
    const { send } = await turnsOf(model);
    await send('  \n');
    assert.equal(model.requests.length, 0);
  });

  it('gives the text back while an attachment is being prepared', async () => {
    const { send, tray, given, notices } = await turnsOf(new ScriptedModel());
    tray.add([{ name: 'a.txt', bytes: Buffer.from('a') }]);
    await send('Read it');
    assert.deepEqual(given, ['Read it']);
    assert.match(notices.join(), /being prepared/);
    assert.equal(tray.items.length, 1);
  });

  it('names what it sends a question without, as it could not be attached', async () => {
    const model = new ScriptedModel(answer('Seen.'));
    const { send, tray, notices } = await turnsOf(model);
    tray.add([
      { name: 'a.txt', bytes: Buffer.from('a') },
      { name: 'empty.png', bytes: Buffer.of() },
      { name: 'tool.exe', bytes: Buffer.of(0x4d, 0x5a, 0, 1, 2, 3) },
    ]);
    await tray.settled();
    await send('Read it');
    assert.equal(model.requests.length, 1);
    assert.deepEqual(notices, ['Sent without what could not be attached: empty.png and tool.exe.']);
    assert.deepEqual(tray.items, []);
  });

  it('asks which version is meant where a file was changed, and sends nothing before that is said', async () => {
    const model = new ScriptedModel(answer('Seen.'));
    const { send, tray, blobs, given, notices, changed } = await turnsOf(model);
    const attachment = { ...(await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })), fileSha256: 'a' };
    tray.restore([attachment]);
    changed.add(attachment.id);
    await send('Read it');
    assert.deepEqual(given, ['Read it']);
    assert.match(notices.join(), /cart\.js was changed after it was attached/);
    tray.acceptFile(attachment.id);
    changed.clear();
    await send('Read it');
    assert.equal(model.requests.length, 1);
    assert.deepEqual(tray.items, []);
  });

  it('gives nothing to questions asked elsewhere before all that is attached can be sent', async () => {
    const { turns, tray, blobs, changed } = await turnsOf(new ScriptedModel());
    const attachment = { ...(await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })), fileSha256: 'a' };
    tray.restore([attachment]);
    changed.add(attachment.id);
    const refused = await turns.take();
    assert('reason' in refused);
    assert.match(refused.reason, /cart\.js was changed after it was attached/);
    assert.equal(tray.items.length, 1);
    tray.acceptFile(attachment.id);
    changed.clear();
    const taken = await turns.take();
    assert('attachments' in taken);
    assert.deepEqual(
      taken.attachments.map(({ name }) => name),
      ['cart.js'],
    );
    assert.deepEqual(tray.items, []);
  });

  it('leaves to the next question what is attached while the files of this one are looked at', async () => {
    const { send, tray, blobs, shown } = await turnsOf(new ScriptedModel(answer('One.')));
    tray.restore([await textAttachment(blobs, { name: 'first.js', content: '1' })]);
    const sending = send('Read it');
    tray.restore([await textAttachment(blobs, { name: 'second.js', content: '2' })]);
    await sending;
    const [message] = (await shown.get()).state.messages;
    assert(message?.role === 'user');
    assert.deepEqual(
      message.attachments.map(({ name }) => name),
      ['first.js'],
    );
    assert.deepEqual(
      tray.items.map(({ name }) => name),
      ['second.js'],
    );
  });

  it('gives everything back where there is no model, and says why', async () => {
    const { send, tray, blobs, given } = await turnsOf(() => Promise.reject(new Error('No endpoint.')));
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await assert.rejects(send('Ask'), /No endpoint/);
    assert.deepEqual(given, ['Ask']);
    assert.equal(tray.items.length, 1);
  });

  it('asks nothing in a chat that was opened since, and gives the question back to its own', async () => {
    const model = new ScriptedModel(answer('One'), answer('Two'));
    const { send, open, shown, tray, memory, blobs, notices, compared } = await turnsOf(model);
    const first = await open();
    await send('In the first');
    const second = await open();
    await send('In the second');
    await open(first);
    tray.restore([await textAttachment(blobs, { name: 'first.js', content: '1' })]);
    const looking = Promise.withResolvers<void>();
    compared.promise = looking.promise;
    const sending = send('For the first');
    await open(second);
    memory.change({ text: 'Half a question' });
    looking.resolve();
    await sending;
    assert.equal(model.requests.length, 2);
    assert.match(notices.join(), /waits in its own chat/);
    assert.equal(memory.draft.text, 'Half a question');
    await open(first);
    assert.equal(memory.draft.text, 'For the first');
    assert.deepEqual(
      tray.items.map(({ name }) => name),
      ['first.js'],
    );
    assert.equal((await shown.get()).state.messages.length, 2);
  });

  it('takes nothing from the tray of another chat than the page has shown', async () => {
    const model = new ScriptedModel(answer('One'));
    const { send, open, tray, memory, blobs } = await turnsOf(model);
    const first = await open();
    await send('In the first');
    await open();
    tray.restore([await textAttachment(blobs, { name: 'second.js', content: '2' })]);
    await send('Also in the first', first);
    assert.equal(model.requests.length, 1);
    assert.equal(tray.items.length, 1);
    assert.equal(memory.draft.text, '');
    assert.equal(memory.draftIn(first).text, 'Also in the first');
  });

  it('asks in its chat though another is shown before the model is known', async () => {
    const model = new ScriptedModel(answer('One'), answer('Two'));
    const known = Promise.withResolvers<void>();
    let isFirst = true;
    const { send, open, store, conversations, given, target } = await turnsOf(async () => {
      await (isFirst ? undefined : known.promise);
      isFirst = false;
      return model;
    });
    target.value = model.metadata;
    const id = await open();
    await send('First');
    const sending = send('Second');
    await new Promise((resolve) => setImmediate(resolve));
    await open();
    known.resolve();
    await sending;
    await conversations.closeAll();
    assert.deepEqual(
      (await store.read(id))?.messages.map(({ text }) => text),
      ['First', 'One', 'Second', 'Two'],
    );
    assert.deepEqual(given, []);
  });

  it('says why nothing is asked where a question is edited to nothing, or is gone', async () => {
    const model = new ScriptedModel(answer('One'));
    const { turns, send, shown, notices } = await turnsOf(model);
    await send('Count');
    const question = (await shown.get()).state.messages[0]?.id ?? '';
    await turns.edit(question, '  ');
    assert.match(notices.pop() ?? '', /Type a question/);
    await turns.edit('gone', 'Count on');
    assert.match(notices.pop() ?? '', /no longer in the chat/);
    assert.equal(model.requests.length, 1);
    assert.equal((await shown.get()).state.messages[0]?.text, 'Count');
  });

  it('sends nothing to another model than it was looked at for', async () => {
    const model = new ScriptedModel(answer('One'));
    const { turns, send, shown, target, given, notices } = await turnsOf(model);
    target.value = { ...target.value, endpoint: 'Another' };
    await send('Count');
    assert.equal(model.requests.length, 0);
    assert.deepEqual(given, ['Count']);
    assert.match(notices.pop() ?? '', /another model was chosen/);
    target.value = model.metadata;
    await turns.handle({ type: 'sendRequested', conversationId: (await shown.get()).id, text: 'Count' });
    assert.equal(model.requests.length, 1);
  });

  it('asks no edited question that may hold secrets, or without them', async () => {
    const model = new ScriptedModel(answer('One'), answer('Two'));
    const { turns, send, shown, secrets, notices } = await turnsOf(model);
    await send('Count');
    const chat = await shown.get();
    const question = chat.state.messages[0]?.id ?? '';
    secrets.passEdited = () => Promise.resolve(undefined);
    await turns.edit(question, 'Count my keys');
    assert.equal(model.requests.length, 1);
    assert.deepEqual(notices, ['Nothing was sent.']);
    secrets.passEdited = () => Promise.resolve('Count [redacted]');
    await turns.edit(question, 'Count my keys');
    assert.equal(chat.state.messages[0]?.text, 'Count [redacted]');
  });

  it('retries, edits, continues and deletes', async () => {
    const { turns, send, shown } = await turnsOf(
      new ScriptedModel(answer('One'), answer('Two'), answer('Three'), [...text('Half')], answer(' and whole')),
    );
    await send('Count');
    const chat = await shown.get();
    await turns.retry(lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Two');
    await turns.edit(chat.state.messages[0]?.id ?? '', 'Count on');
    assert.equal(chat.state.messages[0]?.text, 'Count on');
    assert.equal(lastAnswer(chat).text, 'Three');
    await send('More');
    await turns.continueAnswer(lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Half and whole');
    await turns.delete(lastAnswer(chat).id);
    assert.equal(chat.state.messages.length, 2);
  });

  it('asks again once a key was set, and not where the person gave up', async () => {
    const model = new ScriptedModel([new Error('No key.')], answer('Thanks.'));
    let isSet = false;
    const { turns, send, shown, actions } = await turnsOf(model, () => Promise.resolve(isSet));
    await send('Hello');
    const chat = await shown.get();
    await turns.act('setApiKey', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).status, 'failed');
    isSet = true;
    await turns.act('setApiKey', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Thanks.');
    assert.deepEqual(actions, ['setApiKey', 'setApiKey']);
  });

  it('asks again once the address of the endpoint that failed was changed', async () => {
    const model = new ScriptedModel([new ModelError('connectionRefused', '')], answer('Thanks.'));
    const edited: (string | undefined)[] = [];
    const { turns, send, shown } = await turnsOf(model, (_, endpoint) => {
      edited.push(endpoint);
      return Promise.resolve(edited.length > 1);
    });
    await send('Hello');
    const chat = await shown.get();
    await turns.act('editEndpoint', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).status, 'failed');
    await turns.act('editEndpoint', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Thanks.');
    assert.deepEqual(edited, [model.metadata.endpoint, model.metadata.endpoint]);
  });

  it('asks again without pictures where that is wanted', async () => {
    const model = new ScriptedModel([new Error('No pictures.')], answer('Words, then.'));
    const { turns, send, shown, tray, blobs } = await turnsOf(model);
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    tray.restore([await imageAttachment(blobs, 'a.png')]);
    await send('Look');
    const chat = await shown.get();
    await turns.act('removeImages', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Words, then.');
    const [first, second] = model.requests.map((request) => JSON.stringify(request).includes('"image"'));
    assert.deepEqual([first, second], [true, false]);
  });

  it('waits for a server that asked for it, where that is wanted', async () => {
    const limited = new ModelError('rateLimited', '', { retryAfterMilliseconds: 3_600_000 });
    const { turns, send, shown } = await turnsOf(new ScriptedModel([limited], answer('Never.')));
    await send('Well?');
    const chat = await shown.get();
    const scheduled = eventOf(chat, 'retryScheduled');
    const waiting = turns.act('waitAndRetry', lastAnswer(chat).id);
    await scheduled;
    await turns.stop(chat.id);
    await waiting;
    assert.equal(lastAnswer(chat).status, 'stopped');
  });

  it('asks another model, and keeps the answer of the first', async () => {
    const other = new ScriptedModel(answer('Two.'));
    const { turns, send, shown } = await turnsOf(new ScriptedModel(answer('One.')), undefined, other);
    await send('Well?');
    const chat = await shown.get();
    const [question] = chat.state.messages;
    await turns.handle({ type: 'otherModelRequested', messageId: lastAnswer(chat).id });
    assert.equal(lastAnswer(chat).text, 'Two.');
    await turns.handle({
      type: 'branchChosen',
      conversationId: chat.id,
      parentId: question?.id ?? '',
      branch: 0,
    });
    assert.equal(lastAnswer(chat).text, 'One.');
  });

  it('stops nothing and goes no other way in a chat that is shown only since it was asked to', async () => {
    const { turns, send, open, shown } = await turnsOf(new ScriptedModel(answer('One.'), [...text('Tw'), silence()]));
    const elsewhere = (await shown.get()).id;
    await open();
    await send('Well?');
    const chat = await shown.get();
    const [question] = chat.state.messages;
    const begun = eventOf(chat, 'textAppended');
    const asking = turns.retry(lastAnswer(chat).id);
    await begun;
    await turns.handle({ type: 'stopRequested', conversationId: elsewhere });
    assert(chat.busy);
    await turns.handle({ type: 'stopRequested', conversationId: chat.id });
    await asking;
    assert.equal(lastAnswer(chat).status, 'stopped');
    const way = { type: 'branchChosen', parentId: question?.id ?? '', branch: 0 } as const;
    await turns.handle({ ...way, conversationId: elsewhere });
    assert.equal(lastAnswer(chat).text, 'Tw');
    await turns.handle({ ...way, conversationId: chat.id });
    assert.equal(lastAnswer(chat).text, 'One.');
  });

  it('keeps a question back that may hold secrets, and asks none again that the person wants to stay here', async () => {
    const model = new ScriptedModel(answer('One.'));
    const { send, turns, shown, tray, blobs, given, notices, secrets } = await turnsOf(model);
    await send('Well?');
    const chat = await shown.get();
    secrets.obstacle = () => Promise.resolve('It may hold secrets.');
    secrets.passAgain = () => Promise.resolve(false);
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await send('And now?');
    assert.deepEqual([given, tray.items.length], [['And now?'], 1]);
    await turns.handle({ type: 'retryRequested', messageId: lastAnswer(chat).id });
    assert.deepEqual(notices, ['It may hold secrets.', 'Nothing was sent.']);
    assert.equal(model.requests.length, 1);
  });

  it('begins a new chat where that is wanted', async () => {
    const { turns, send, shown } = await turnsOf(new ScriptedModel(answer('Yes.')));
    await send('Hello');
    const before = await shown.get();
    await turns.act('newChat', lastAnswer(before).id);
    assert.notEqual((await shown.get()).id, before.id);
  });
});
