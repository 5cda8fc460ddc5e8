import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { journalPath, openStores, openWritable, writeChat } from './chat-files';
import { buildProgram } from './programs/build-program';
import { temporaryDirectory } from './temporary-directory';

describe('one chat in two processes', function () {
  this.timeout(120_000);

  it('can be read in the second and is written by it once the first has died', async () => {
    const directory = await temporaryDirectory();
    const child = spawn(process.execPath, [await buildProgram('stream-into-chat'), directory, 'new', '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [firstLine] = (await once(child.stdout, 'data')) as [Buffer];
    const id = firstLine.toString().split('\n')[0] ?? '';
    const { store } = openStores(directory);

    const second = await store.open(id);
    assert(second.status === 'readOnly');
    assert.match(second.reason, /another window/);
    assert.deepEqual(
      second.state.messages.map((message) => message.id),
      ['q1', 'a1'],
    );
    await assert.rejects(store.delete(id), /another window/);

    child.kill('SIGKILL');
    await once(child, 'close');
    const { journal } = await openWritable(store, id);
    await journal.close();
  });

  it('keeps every message of processes that take turns at random', async () => {
    const directory = await temporaryDirectory();
    const { store } = openStores(directory);
    const id = await writeChat(store);
    const program = await buildProgram('add-to-chat');
    const names = ['x', 'y', 'z'];
    const codes = await Promise.all(names.map((name) => run([program, directory, id, name, '40'])));
    assert.deepEqual(codes, [0, 0, 0]);

    const { state, journal, notice } = await openWritable(store, id);
    await journal.close();
    assert.equal(notice, undefined);
    assert.equal(state.messages.length, 2 + 3 * 40);
    for (const name of names) {
      assert.deepEqual(
        state.messages.map((message) => message.id).filter((messageId) => messageId.startsWith(name)),
        Array.from({ length: 40 }, (_, index) => `${name}${index}`),
      );
    }
    const lines = (await readFile(journalPath(directory, id), 'utf8')).trimEnd().split('\n').slice(1);
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence),
      lines.map((_, index) => index + 1),
    );
  });
});

async function run(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as unknown[];
  return code;
}
