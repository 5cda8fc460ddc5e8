import assert from 'node:assert/strict';
import { applyEvent, emptyConversation } from '../../../../src/shared/conversation-events';
import { answer, ScriptedModel, silence, text } from '../../conversation/scripted-model';
import { eventOf } from '../../conversation/chat-fixture';
import { writeChat } from '../../store/chat-files';
import { panelParts } from './panel-fixture';

describe('ShownConversation', () => {
  it('begins with a new chat', async () => {
    const { shown, told } = await panelParts();
    const chat = await shown.get();
    assert.deepEqual(chat.state.messages, []);
    assert.equal(await shown.get(), chat);
    assert.deepEqual(told, ['switched']);
  });

  it('shows a chat from the disk, and a new one where there is none of that name', async () => {
    const { shown, store } = await panelParts();
    const id = await writeChat(store, 'What is this?', 'A cat.');
    await shown.open(id);
    assert.equal((await shown.get()).id, id);
    await shown.open('0f8fad5b-d9cb-469f-a165-70867728950e');
    assert.deepEqual((await shown.get()).state.messages, []);
  });

  it('tells everything that happens in its chat, so that who listens knows the same', async () => {
    const { shown, told } = await panelParts();
    const chat = await shown.get();
    await chat.send({ text: 'Hello', attachments: [], model: new ScriptedModel(answer('Hello yourself')) });
    shown.flush();
    const events = told.filter((item) => typeof item === 'object' && 'type' in item);
    assert.deepEqual(events.reduce(applyEvent, emptyConversation), chat.state);
  });

  it('tells nothing of a chat that it left, although an answer goes on in it', async () => {
    const { shown, told, conversations } = await panelParts();
    const chat = await shown.get();
    const gate = Promise.withResolvers<void>();
    const model = new ScriptedModel([...text('Once'), gate.promise, ...answer(' upon a time')]);
    const started = eventOf(chat, 'textAppended');
    const sending = chat.send({ text: 'Tell', attachments: [], model });
    await started;
    await shown.open();
    told.length = 0;
    gate.resolve();
    await sending;
    assert.deepEqual(told, []);
    const again = await conversations.open(chat.id);
    assert.equal(again?.state.messages.at(-1)?.text, 'Once upon a time');
  });

  it('lets go of its chat when it is closed: another window may write it', async () => {
    const { shown, store } = await panelParts();
    const chat = await shown.get();
    await chat.send({ text: 'Hello', attachments: [], model: new ScriptedModel(answer('Yes.')) });
    shown.dispose();
    await chat.close();
    const opened = await store.open(chat.id);
    assert.equal(opened.status, 'opened');
    assert(opened.status === 'opened');
    await opened.journal.close();
  });

  it('switches in the order in which it was asked to', async () => {
    const { shown, store } = await panelParts();
    const [first, second] = [await writeChat(store), await writeChat(store)];
    void shown.open(first);
    void shown.open(second);
    assert.equal((await shown.get()).id, second);
  });

  it('keeps showing a chat whose answer never comes, and can stop it', async () => {
    const { shown } = await panelParts();
    const chat = await shown.get();
    const sending = chat.send({ text: 'Hello', attachments: [], model: new ScriptedModel([silence()]) });
    await shown.open(chat.id);
    assert.equal(await shown.get(), chat);
    await chat.stop();
    await sending;
  });
});
