import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Conversation } from '../../../src/conversation/conversation';
import { OpenConversations } from '../../../src/conversation/open-conversations';
import { journalPath, lockPath, openStores, writeChat } from '../store/chat-files';
import { temporaryDirectory } from '../store/temporary-directory';
import { eventOf, lastAnswer } from './chat-fixture';
import { answer, ScriptedModel, silence, stop, text } from './scripted-model';

describe('the open chats of a window', function () {
  this.timeout(20_000);

  it('are shared by those who show the same one, and closed when the last has let go', async () => {
    const { chats, directory, id } = await windowWithChat();
    const [first, second] = await Promise.all([chats.open(id), chats.open(id)]);
    assert(first && first === second);
    await chats.release(first);
    assert(existsSync(lockPath(directory, id)));
    await chats.release(first);
    assert(!existsSync(lockPath(directory, id)));

    const third = await chats.open(id);
    assert(third && third !== first);
    await chats.closeAll();
  });

  it('can be opened again while they are being closed', async () => {
    const { chats, id } = await windowWithChat();
    for (let round = 0; round < 20; round++) {
      const chat = await chats.open(id);
      assert(chat);
      assert.equal(chat.readOnlyReason, undefined);
      const releasing = chats.release(chat);
      const again = await chats.open(id);
      assert(again);
      assert.equal(again.readOnlyReason, undefined);
      await releasing;
      await chats.release(again);
    }
  });

  it('have none for a name that is not there', async () => {
    const { chats } = await windowWithChat();
    assert.equal(await chats.open('unknown'), undefined);
  });

  it('let an answer go on that nobody watches, then close', async () => {
    const { chats, directory, id } = await windowWithChat();
    const chat = await chats.open(id);
    assert(chat);
    let goOn = (): void => undefined;
    const pause = new Promise<void>((resolve) => (goOn = resolve));
    const sending = chat.send({
      text: '?',
      attachments: [],
      model: new ScriptedModel([...text('a'), pause, ...text('b'), stop]),
    });
    await eventOf(chat, 'textAppended');
    await chats.release(chat);
    assert(chat.busy);
    goOn();
    await sending;

    const again = await chats.open(id);
    assert(again && again !== chat);
    assert.deepEqual([lastAnswer(again).text, lastAnswer(again).status], ['ab', 'complete']);
    await chats.release(again);
    assert(!existsSync(lockPath(directory, id)));
  });

  it('can only be read here while another window has them', async () => {
    const { chats, directory, id } = await windowWithChat();
    const { store, blobs } = openStores(directory);
    const other = new OpenConversations({ store, blobs });
    const chat = await chats.open(id);
    const reader = await other.open(id);
    assert(chat && reader);
    assert.match(reader.readOnlyReason ?? '', /another window/);
    await assert.rejects(other.delete(id), /another window/);

    await chats.release(chat);
    await other.release(reader);
    const writer = await other.open(id);
    assert.equal(writer?.readOnlyReason, undefined);
    await other.closeAll();
  });

  it('follow what another window writes, and can be written as soon as it lets go', async () => {
    const { chats, directory, id } = await windowWithChat();
    const { store, blobs } = openStores(directory);
    const other = new OpenConversations({ store, blobs });
    const writer = await chats.open(id);
    const reader = await other.open(id);
    assert(writer && reader);

    await writer.send({ text: 'More?', attachments: [], model: new ScriptedModel(answer('More.')) });
    await refreshed(reader, () => reader.state.messages.length === 4);
    assert.deepEqual(reader.state, writer.state);
    assert.match(reader.readOnlyReason ?? '', /another window/);

    await chats.release(writer);
    await refreshed(reader, () => reader.readOnlyReason === undefined);
    assert.equal(
      await reader.send({ text: 'Now I?', attachments: [], model: new ScriptedModel(answer('Yes.')) }),
      'ended',
    );
    await other.closeAll();
    assert.equal((await store.list())[0]?.messageCount, 6);
  });

  it('say when the list has changed, and not for each piece of text', async () => {
    const { chats } = await windowWithChat();
    let changes = 0;
    chats.onListChange(() => changes++);
    const chat = chats.create();
    await chat.send({ text: '?', attachments: [], model: new ScriptedModel([...text('a'), ...text('b'), stop]) });
    assert.equal(changes, 3);
    await chats.closeAll();
  });

  it('are deleted although an answer is running, and whoever shows them is told', async () => {
    const { chats, directory } = await windowWithChat(0);
    const chat = chats.create();
    const sending = chat.send({ text: '?', attachments: [], model: new ScriptedModel([...text('a'), silence()]) });
    await eventOf(chat, 'textAppended');
    const deleted: string[] = [];
    chats.onDelete((id) => deleted.push(id));
    await chats.delete(chat.id);
    await sending;
    assert.deepEqual(deleted, [chat.id]);
    await until(chats, () => chats.deleted.size === 0);
    assert(!existsSync(journalPath(directory, chat.id)));
    assert(!existsSync(lockPath(directory, chat.id)));
    await chats.release(chat);
  });

  it('are told to be gone for good only when that can not be taken back any more', async () => {
    const { chats, id } = await windowWithChat();
    const removed: string[] = [];
    chats.onRemove((gone) => removed.push(gone));
    await chats.delete(id);
    assert.deepEqual(removed, []);
    await chats.restore(id);
    await chats.delete(id);
    await chats.closeAll();
    assert.deepEqual(removed, [id]);
  });

  it('go on following the other window whose hold keeps them from being deleted', async () => {
    const { chats, directory, id } = await windowWithChat();
    const { store, blobs } = openStores(directory);
    const other = new OpenConversations({ store, blobs });
    const writer = await chats.open(id);
    const reader = await other.open(id);
    assert(writer && reader);
    await assert.rejects(other.delete(id), /another window/);
    await writer.send({ text: 'More?', attachments: [], model: new ScriptedModel(answer('More.')) });
    await refreshed(reader, () => reader.state.messages.length === 4);
    await chats.release(writer);
    await refreshed(reader, () => reader.readOnlyReason === undefined);
    assert.equal(await other.open(id), reader);
    await other.closeAll();
  });

  it('come back when their deletion is taken back', async () => {
    const { chats, directory, id } = await windowWithChat();
    await chats.delete(id);
    assert.deepEqual([...chats.deleted], [id]);
    await chats.restore(id);
    assert.equal(chats.deleted.size, 0);
    assert(!existsSync(lockPath(directory, id)));
    const chat = await chats.open(id);
    assert.deepEqual([chat?.state.messages.length, chat?.readOnlyReason], [2, undefined]);
    await chats.closeAll();
  });

  it('are all there again when the editor ends before a deletion has become final', async () => {
    const { chats, directory, id } = await windowWithChat();
    await chats.delete(id);
    assert.deepEqual(
      (await openStores(directory).store.list()).map((chat) => chat.id),
      [id],
    );
    await chats.restore(id);
  });

  it('are gone for good once the window is closed after their deletion', async () => {
    const { chats, directory, id } = await windowWithChat();
    await chats.delete(id);
    await chats.closeAll();
    assert(!existsSync(journalPath(directory, id)));
    assert(!existsSync(lockPath(directory, id)));
  });

  it('are renamed, pinned and archived whether they are open or not, without counting as changed', async () => {
    const { chats, id, store } = await windowWithChat();
    const before = (await store.list())[0]?.updatedAt;
    await chats.file(id, { type: 'titleChanged', title: 'Cats' });
    const chat = await chats.open(id);
    assert(chat);
    await chats.file(id, { type: 'conversationPinned', pinned: true });
    await chats.file(id, { type: 'conversationArchived', archived: true });
    assert.deepEqual([chat.state.title, chat.state.isPinned, chat.state.isArchived], ['Cats', true, true]);
    await chats.file(id, { type: 'conversationArchived', archived: false });
    await chats.closeAll();
    const [summary] = await store.list();
    assert.deepEqual(summary, {
      id,
      title: 'Cats',
      createdAt: 1,
      updatedAt: before,
      messageCount: 2,
      isPinned: true,
    });
  });

  it('are not renamed here while another window has them', async () => {
    const { chats, directory, id } = await windowWithChat();
    const chat = await chats.open(id);
    assert(chat);
    const { store, blobs } = openStores(directory);
    const other = new OpenConversations({ store, blobs });
    await assert.rejects(other.file(id, { type: 'titleChanged', title: 'Mine' }), /another window/);
    await chats.release(chat);
  });

  it('stay in memory when they could not be saved', async () => {
    const { chats, directory } = await windowWithChat();
    const chat = chats.create();
    const { mkdirSync } = await import('node:fs');
    mkdirSync(journalPath(directory, chat.id));
    await chat.send({ text: '?', attachments: [], model: new ScriptedModel(answer('Yes.')) });
    await chats.release(chat);
    assert.equal(await chats.open(chat.id), chat);
    await chats.closeAll();
  });
});

async function refreshed(chat: Conversation, isDone: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = chat.onRefresh(() => {
      if (isDone()) {
        subscription.dispose();
        resolve();
      }
    });
  });
}

async function until(chats: OpenConversations, isDone: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (isDone()) {
        subscription.dispose();
        resolve();
      }
    };
    const subscription = chats.onListChange(check);
    check();
  });
}

/** Chats that are deleted stay for longer than any test, unless it says otherwise. */
async function windowWithChat(undoMilliseconds = 60_000) {
  const directory = await temporaryDirectory();
  const { store, blobs } = openStores(directory);
  const id = await writeChat(store);
  return { chats: new OpenConversations({ store, blobs, undoMilliseconds }), directory, id, store };
}
