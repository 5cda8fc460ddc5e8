import assert from 'node:assert/strict';
import { ChatDirectory } from '../../../src/store/chat-directory';
import { ChatIndex } from '../../../src/store/chat-index';
import { openStores, writeChat } from './chat-files';
import { temporaryDirectory } from './temporary-directory';

/** Counts the journals that are read. */
class CountingDirectory extends ChatDirectory {
  reads = 0;
  /** Set while nothing can be read. */
  failure?: Error;

  override async ids(): Promise<readonly string[]> {
    if (this.failure) {
      throw this.failure;
    }
    return await super.ids();
  }

  override async read(id: string): Promise<Uint8Array | undefined> {
    this.reads += 1;
    return await super.read(id);
  }
}

describe('The list of chats', () => {
  it('reads each journal once, also where several ask for it at once and meanwhile', async () => {
    const { directory, index, ids } = await threeChats();
    const first = [index.list(), index.list()];
    await Promise.resolve();
    const lists = await Promise.all([...first, index.list(), index.list()]);
    assert.equal(directory.reads, 3);
    for (const list of lists) {
      assert.deepEqual(new Set(list.map(({ id }) => id)), new Set(ids));
    }
  });

  it('holds what was written before it was asked for, though another list was being made then', async () => {
    const { index, store } = await threeChats();
    const earlier = index.list();
    const id = await writeChat(store);
    assert.equal((await index.list()).filter((chat) => chat.id === id).length, 1);
    await earlier;
  });

  it('is made again after it could not be', async () => {
    const { directory, index } = await threeChats();
    directory.failure = new Error('The disk is gone.');
    await assert.rejects(index.list(), /The disk is gone/);
    delete directory.failure;
    assert.equal((await index.list()).length, 3);
  });
});

async function threeChats() {
  const path = await temporaryDirectory();
  const { store } = openStores(path);
  const ids = [await writeChat(store), await writeChat(store), await writeChat(store)];
  const directory = new CountingDirectory(path);
  return { store, directory, ids, index: new ChatIndex(directory, assert.ifError) };
}
