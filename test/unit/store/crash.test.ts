import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { openStores, openWritable } from './chat-files';
import { buildProgram } from './programs/build-program';
import { temporaryDirectory } from './temporary-directory';

const rounds = 20;

describe('a chat whose process is killed while an answer streams', function () {
  this.timeout(120_000);

  it(`loses at most the last second and says that it was interrupted, ${rounds} times in a row`, async () => {
    const directory = await temporaryDirectory();
    const program = await buildProgram('stream-into-chat');
    let chat = 'new';
    for (let turn = 0; turn < rounds; turn++) {
      const printed = await runAndKill([program, directory, chat, String(turn)], Math.random() * 600);
      const [id = '', ...words] = printed.split('\n').filter((line) => line !== '');
      chat = id;

      const { store } = openStores(directory);
      const { state, journal, notice } = await openWritable(store, chat);
      await journal.close();

      assert.equal(notice, undefined);
      assert.deepEqual(
        state.messages.map(({ id: messageId }) => messageId),
        Array.from({ length: turn + 1 }, (_, index) => [`q${index}`, `a${index}`]).flat(),
      );
      const answer = state.messages.at(-1);
      assert(answer?.role === 'assistant');
      assert.equal(answer.status, 'interrupted');
      assert.deepEqual(answer.failure?.actions.includes(answer.text === '' ? 'retry' : 'continueAnswer'), true);

      const kept = answer.text.split(' ').length - 1;
      assert.equal(answer.text, Array.from({ length: kept }, (_, count) => `${count} `).join(''));
      const streamed = words.map((line) => line.split(' ').map(Number));
      const lastTime = streamed.at(-1)?.[1] ?? 0;
      const olderThanASecond = streamed.filter(([, time = 0]) => time < lastTime - 1000).length;
      assert(kept >= olderThanASecond, `kept ${kept} words of ${streamed.length}`);
    }
    const { store } = openStores(directory);
    assert.deepEqual(
      (await store.list()).map(({ id, messageCount }) => ({ id, messageCount })),
      [{ id: chat, messageCount: 2 * rounds }],
    );
  });
});

/** Resolves to what the program printed until it was killed some time after its first words. */
async function runAndKill(args: readonly string[], milliseconds: number): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  await delay(milliseconds);
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
  return printed;
}
