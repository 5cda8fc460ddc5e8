import assert from 'node:assert/strict';
import promises, { readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { mock } from 'node:test';
import type { ConversationState } from '../../../src/shared/conversation';
import type { ConversationJournal, HeldConversation } from '../../../src/store/conversation-store';
import { changeLines, journalPath, openStores, openWritable, userMessage, writeChat } from './chat-files';
import { temporaryDirectory } from './temporary-directory';

describe('a chat that another window holds', () => {
  const journals: ConversationJournal[] = [];
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  });

  it('is not read again while nothing was written', async () => {
    const { path, held } = await heldChat();
    const time = new Date(1_700_000_000_000);
    await utimes(path, time, time);
    const before = await again(held);
    await writeFile(path, (await readFile(path, 'utf8')).replace('A cat.', 'A dog.'));
    await utimes(path, time, time);
    assert.equal((await again(before)).state, before.state);
  });

  it('is read on where it ended then', async () => {
    const { held, journal, read } = await heldChat();
    journal.append({ type: 'userMessageAdded', message: userMessage('q2', 'And this?') });
    await journal.flush();
    const later = await again(held);
    assert.deepEqual(later.state, await read());
    assert.deepEqual(later.state.messages.at(-1), userMessage('q2', 'And this?'));
    // What was there is not made anew.
    assert.equal(later.state.messages[0], held.state.messages[0]);
  });

  it('is followed through every byte at which a line may have been cut off', async () => {
    const { path, held, read } = await heldChat();
    const whole = await readFile(path);
    let latest = held;
    for (let length = 1; length <= whole.byteLength; length += 5) {
      await writeFile(path, whole.subarray(0, length));
      latest = await again(latest);
      assert.deepEqual(latest.state, await read());
    }
  });

  for (const [name, change] of [
    ['shorter', async (path: string) => truncate(path, (await readFile(path)).byteLength - 40)],
    [
      'another one that is longer',
      (path: string) => changeLines(path, (lines) => lines.map((line) => line.replace('A cat.', 'A dog, I think.'))),
    ],
    [
      'another one of the same length and time',
      async (path: string) => {
        const time = new Date(1_700_000_000_000);
        await writeFile(`${path}.new`, (await readFile(path, 'utf8')).replace('A cat.', 'A dog.'));
        await utimes(`${path}.new`, time, time);
        await rename(`${path}.new`, path);
      },
    ],
  ] as const) {
    it(`is read anew when its file has become ${name}`, async () => {
      const { path, held, read } = await heldChat();
      const time = new Date(1_700_000_000_000);
      await utimes(path, time, time);
      const before = await again(held);
      await change(path);
      const { state } = await again(before);
      assert.notDeepEqual(state, before.state);
      assert.deepEqual(state, await read());
    });
  }

  it('is missing once its file is gone', async () => {
    const { path, held } = await heldChat();
    await rm(path);
    assert.deepEqual(await held.openAgain(), { status: 'missing' });
  });

  it('is written here once it was let go, with all that was written there', async () => {
    const { held, journal } = await heldChat();
    journal.append({ type: 'titleChanged', title: 'Cats' });
    await journal.close();
    const opened = await held.openAgain();
    assert(opened.status === 'opened');
    assert.equal(opened.state.title, 'Cats');
    opened.journal.append({ type: 'userMessageAdded', message: userMessage('q2', 'And this?') });
    await opened.journal.close();
  });

  async function heldChat() {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const { journal } = await openWritable(store, id);
    journals.push(journal);
    const other = openStores(directory).store;
    const held = heldOf(await other.open(id));
    const read = async (): Promise<ConversationState | undefined> => await other.read(id);
    return { path: journalPath(directory, id), held, journal, read };
  }
});

describe('a chat that is opened to be written', () => {
  it('is read once', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const reads = mock.method(promises, 'readFile');
    try {
      const { journal } = await openWritable(store, id);
      await journal.close();
      const ofChat = reads.mock.calls.filter(({ arguments: [path] }) => path === journalPath(directory, id));
      assert.equal(ofChat.length, 1);
    } finally {
      reads.mock.restore();
    }
  });
});

async function again(held: HeldConversation): Promise<HeldConversation> {
  return heldOf(await held.openAgain());
}

function heldOf(opened: Awaited<ReturnType<HeldConversation['openAgain']>>): HeldConversation {
  assert(opened.status === 'readOnly' && opened.isHeld);
  return opened;
}
