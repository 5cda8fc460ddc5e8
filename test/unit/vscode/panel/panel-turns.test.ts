import assert from 'node:assert/strict';
import { ModelError } from '../../../../src/model/model-error';
import type { MultimodalModel } from '../../../../src/model/multimodal-model';
import { PanelTurns, type CommandAction } from '../../../../src/vscode/panel/panel-turns';
import { eventOf, imageAttachment, lastAnswer, textAttachment } from '../../conversation/chat-fixture';
import { answer, ScriptedModel, silence, text } from '../../conversation/scripted-model';
import { panelParts } from './panel-fixture';

describe('PanelTurns', () => {
  it('sends the text with what is attached, and forgets both', async () => {
    const { turns, tray, memory, shown, blobs } = await setUp(new ScriptedModel(answer('A cart.')));
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    memory.change({ text: 'What is this?' });
    await turns.send('What is this?');
    const { state } = await shown.get();
    assert.deepEqual(
      state.messages.map((message) => message.text),
      ['What is this?', 'A cart.'],
    );
    assert.deepEqual(tray.items, []);
    assert.equal(memory.draft.text, '');
    assert.equal(memory.conversationId, state.id);
  });

  it('keeps what was typed after sending', async () => {
    const { turns, memory } = await setUp(new ScriptedModel(answer('Yes.')));
    memory.change({ text: 'And now?' });
    await turns.send('Well?');
    assert.equal(memory.draft.text, 'And now?');
  });

  it('sends nothing where there is nothing', async () => {
    const model = new ScriptedModel(answer('Never.'));
    const { turns } = await setUp(model);
    await turns.send('  \n');
    assert.equal(model.requests.length, 0);
  });

  it('gives text and attachments back while another answer is coming', async () => {
    const { turns, tray, shown, blobs, given, notices } = await setUp(new ScriptedModel([...text('Hm'), silence()]));
    const conversation = await shown.get();
    const started = eventOf(conversation, 'textAppended');
    const first = turns.send('First');
    await started;
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await turns.send('Second');
    assert.deepEqual(given, ['Second']);
    assert.deepEqual(
      tray.items.map(({ name }) => name),
      ['cart.js'],
    );
    assert.match(notices.join(), /still coming/);
    await turns.stop();
    await first;
    assert.equal(lastAnswer(conversation).status, 'stopped');
  });

  it('gives the text back while an attachment is being prepared', async () => {
    const { turns, tray, given, notices } = await setUp(new ScriptedModel());
    tray.add([{ name: 'a.txt', bytes: Buffer.from('a') }]);
    await turns.send('Read it');
    assert.deepEqual(given, ['Read it']);
    assert.match(notices.join(), /being prepared/);
    assert.equal(tray.items.length, 1);
  });

  it('asks which version is meant where a file was changed, and sends nothing before that is said', async () => {
    const model = new ScriptedModel(answer('Seen.'));
    const { turns, tray, blobs, given, notices, changed } = await setUp(model);
    const attachment = { ...(await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })), fileSha256: 'a' };
    tray.restore([attachment]);
    changed.add(attachment.id);
    await turns.send('Read it');
    assert.deepEqual(given, ['Read it']);
    assert.match(notices.join(), /cart\.js was changed after it was attached/);
    tray.acceptFile(attachment.id);
    changed.clear();
    await turns.send('Read it');
    assert.equal(model.requests.length, 1);
    assert.deepEqual(tray.items, []);
  });

  it('gives nothing to questions asked elsewhere before all that is attached can be sent', async () => {
    const { turns, tray, blobs, changed } = await setUp(new ScriptedModel());
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
    const { turns, tray, blobs, shown } = await setUp(new ScriptedModel(answer('One.')));
    tray.restore([await textAttachment(blobs, { name: 'first.js', content: '1' })]);
    const sending = turns.send('Read it');
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
    const { turns, tray, blobs, given } = await setUp(() => Promise.reject(new Error('No endpoint.')));
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    await assert.rejects(turns.send('Ask'), /No endpoint/);
    assert.deepEqual(given, ['Ask']);
    assert.equal(tray.items.length, 1);
  });

  it('retries, edits, continues and deletes', async () => {
    const { turns, shown } = await setUp(
      new ScriptedModel(answer('One'), answer('Two'), answer('Three'), [...text('Half')], answer(' and whole')),
    );
    await turns.send('Count');
    const chat = await shown.get();
    await turns.retry(lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Two');
    await turns.edit(chat.state.messages[0]?.id ?? '', 'Count on');
    assert.equal(chat.state.messages[0]?.text, 'Count on');
    assert.equal(lastAnswer(chat).text, 'Three');
    await turns.send('More');
    await turns.continueAnswer(lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Half and whole');
    await turns.delete(lastAnswer(chat).id);
    assert.equal(chat.state.messages.length, 2);
  });

  it('asks again once a key was set, and not where the person gave up', async () => {
    const model = new ScriptedModel([new Error('No key.')], answer('Thanks.'));
    let isSet = false;
    const { turns, shown, actions } = await setUp(model, () => Promise.resolve(isSet));
    await turns.send('Hello');
    const chat = await shown.get();
    await turns.act('setApiKey', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).status, 'failed');
    isSet = true;
    await turns.act('setApiKey', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Thanks.');
    assert.deepEqual(actions, ['setApiKey', 'setApiKey']);
  });

  it('asks again without pictures where that is wanted', async () => {
    const model = new ScriptedModel([new Error('No pictures.')], answer('Words, then.'));
    const { turns, shown, tray, blobs } = await setUp(model);
    tray.restore([await textAttachment(blobs, { name: 'cart.js', content: 'let cart;' })]);
    tray.restore([await imageAttachment(blobs, 'a.png')]);
    await turns.send('Look');
    const chat = await shown.get();
    await turns.act('removeImages', lastAnswer(chat).id);
    assert.equal(lastAnswer(chat).text, 'Words, then.');
    const [first, second] = model.requests.map((request) => JSON.stringify(request).includes('"image"'));
    assert.deepEqual([first, second], [true, false]);
  });

  it('waits for a server that asked for it, where that is wanted', async () => {
    const limited = new ModelError('rateLimited', '', { retryAfterMilliseconds: 3_600_000 });
    const { turns, shown } = await setUp(new ScriptedModel([limited], answer('Never.')));
    await turns.send('Well?');
    const chat = await shown.get();
    const scheduled = eventOf(chat, 'retryScheduled');
    const waiting = turns.act('waitAndRetry', lastAnswer(chat).id);
    await scheduled;
    await turns.stop();
    await waiting;
    assert.equal(lastAnswer(chat).status, 'stopped');
  });

  it('asks another model, and keeps the answer of the first', async () => {
    const other = new ScriptedModel(answer('Two.'));
    const { turns, shown } = await setUp(new ScriptedModel(answer('One.')), undefined, other);
    await turns.send('Well?');
    const chat = await shown.get();
    const [question] = chat.state.messages;
    await turns.handle({ type: 'otherModelRequested', messageId: lastAnswer(chat).id });
    assert.equal(lastAnswer(chat).text, 'Two.');
    await turns.handle({ type: 'branchChosen', parentId: question?.id ?? '', branch: 0 });
    assert.equal(lastAnswer(chat).text, 'One.');
  });

  it('begins a new chat where that is wanted', async () => {
    const { turns, shown } = await setUp(new ScriptedModel(answer('Yes.')));
    await turns.send('Hello');
    const before = await shown.get();
    await turns.act('newChat', lastAnswer(before).id);
    assert.notEqual((await shown.get()).id, before.id);
  });
});

async function setUp(
  model: MultimodalModel | (() => Promise<MultimodalModel>),
  runAction: (action: CommandAction) => Promise<boolean> = () => Promise.resolve(true),
  otherModel?: MultimodalModel,
) {
  const parts = await panelParts();
  const given: string[] = [];
  const notices: string[] = [];
  const actions: CommandAction[] = [];
  const changed = new Set<string>();
  const turns = new PanelTurns({
    ...parts,
    models: { current: typeof model === 'function' ? model : () => Promise.resolve(model) },
    pickModel: () => Promise.resolve(otherModel),
    runAction: (action) => {
      actions.push(action);
      return runAction(action);
    },
    findChangedFiles: () => Promise.resolve(changed),
    giveBack: (text) => given.push(text),
    notify: (text) => notices.push(text),
  });
  return { ...parts, turns, given, notices, actions, changed };
}
