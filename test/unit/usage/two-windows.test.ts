import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { localDay, monthOf } from '../../../src/usage/local-day';
import { sumUsage } from '../../../src/usage/usage-sums';
import { UsageLedger } from '../../../src/usage/usage-ledger';
import { buildProgram } from '../store/programs/build-program';
import { temporaryDirectory } from '../store/temporary-directory';
import { entry } from './entries';

const today = localDay(Date.now());

describe('one usage ledger in several processes', function () {
  this.timeout(120_000);

  it('keeps every request of those that record at once', async () => {
    const { directory, ledger, run } = await setting();
    const names = ['x', 'y', 'z'];
    const codes = await Promise.all(names.map((name) => run(directory, name, '300')));
    assert.deepEqual(codes, [0, 0, 0]);
    const entries = await ledger.month(monthOf(today));
    assert.equal(entries.length, 900);
    for (const name of names) {
      assert.deepEqual(
        entries.flatMap(({ conversationId }) => (conversationId?.startsWith(name) ? [conversationId] : [])),
        Array.from({ length: 300 }, (_, index) => `${name}${index}`),
      );
    }
    assert.equal(sumUsage(entries).dollars.toFixed(6), '9.000000');
  });

  it('is empty for all once one has cleared it, and goes on in all', async () => {
    const { directory, ledger, run } = await setting();
    ledger.record(entry('2020-01-31'));
    ledger.record(entry(today, { conversationId: 'before' }));
    assert.equal((await ledger.entries()).length, 2);
    assert.equal(await run(directory, 'clear'), 0);
    assert.deepEqual(await ledger.entries(), []);
    ledger.record(entry(today, { conversationId: 'here' }));
    await ledger.flush();
    assert.equal(await run(directory, 'there', '1'), 0);
    assert.deepEqual(
      (await ledger.entries()).map(({ conversationId }) => conversationId),
      ['here', 'there0'],
    );
  });
});

async function setting() {
  const directory = join(await temporaryDirectory(), 'usage');
  const program = await buildProgram('use-ledger', 'test/unit/usage/programs');
  const ledger = new UsageLedger({ directory, onError: (error) => assert.fail(String(error)) });
  return { directory, ledger, run: (...args: readonly string[]) => run([program, ...args]) };
}

async function run(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as unknown[];
  return code;
}
