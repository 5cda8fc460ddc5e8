import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDay, monthOf } from '../../../src/usage/local-day';
import { formatEntry } from '../../../src/usage/usage-entry';
import { UsageLedger } from '../../../src/usage/usage-ledger';
import { entry } from './entries';

const today = localDay(Date.now());
const thisMonth = monthOf(today);

describe('the usage ledger', () => {
  let directory: string;
  let errors: unknown[];

  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), 'iris-usage-')), 'usage');
    errors = [];
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it('is empty before anything was asked', async () => {
    assert.deepEqual(await open().entries(), []);
    assert.deepEqual(await open().month(thisMonth), []);
  });

  it('gives back what was recorded, after a restart too', async () => {
    const entries = [entry(today), entry(today, { conversationId: 'chat-1', operation: 'embed', isLocal: true })];
    const ledger = open();
    entries.forEach((each) => ledger.record(each));
    assert.deepEqual(await ledger.entries(), entries);
    assert.deepEqual(await open().month(thisMonth), entries);
  });

  it('keeps the lines of several windows that write at once', async () => {
    const windows = [open(), open(), open()];
    for (let index = 0; index < 50; index++) {
      windows.forEach((ledger, window) => ledger.record(entry(today, { model: `${window}-${index}` })));
    }
    await Promise.all(windows.map((ledger) => ledger.flush()));
    const models = (await open().entries()).map(({ model }) => model);
    assert.equal(new Set(models).size, 150);
  });

  it('loses only the line that a crash cut off', async () => {
    const first = open();
    first.record(entry(today, { model: 'first' }));
    await first.flush();
    await appendFile(join(directory, `${thisMonth}.jsonl`), `\n${formatEntry(entry(today)).slice(0, 60)}`);
    const second = open();
    second.record(entry(today, { model: 'second' }));
    assert.deepEqual(
      (await second.entries()).map(({ model }) => model),
      ['first', 'second'],
    );
  });

  it('passes over what is no entry', async () => {
    await mkdir(directory);
    const good = entry(today);
    const lines = [
      'not JSON',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...good, day: 'today' }),
      JSON.stringify({ ...good, usage: { inputTokens: -1, outputTokens: 1 } }),
      `${formatEntry(good)}\r`,
    ];
    await writeFile(join(directory, `${thisMonth}.jsonl`), lines.join('\n'));
    await writeFile(join(directory, 'notes.txt'), formatEntry(good));
    assert.deepEqual(await open().entries(), [good]);
  });

  it('adds up old months, and no sum changes', async () => {
    const ledger = open();
    for (let index = 0; index < 20; index++) {
      ledger.record(entry('2020-01-31', { conversationId: index < 5 ? 'chat-1' : 'chat-2', time: index }));
    }
    ledger.record(entry('2020-02-01'));
    ledger.record(entry('2020-02-01', { estimatedInputTokens: 90 }));
    ledger.record(entry('2020-02-01', { estimatedInputTokens: 95 }));
    const before = await ledger.entries();
    assert.equal(before.length, 23);
    const after = await open().entries();
    assert.deepEqual(
      after.map(({ day, conversationId, requests, usage }) => [day, conversationId, requests, usage.inputTokens]),
      [
        ['2020-01-31', 'chat-1', 5, 500],
        ['2020-01-31', 'chat-2', 15, 1_500],
        ['2020-02-01', undefined, undefined, 100],
        ['2020-02-01', undefined, 2, 200],
      ],
    );
    assert.deepEqual(
      after.map(({ estimatedInputTokens }) => estimatedInputTokens),
      [undefined, undefined, undefined, 185],
    );
    assert.deepEqual(await open().entries(), after);
    assert.deepEqual((await readdir(directory)).sort(), ['2020-01.jsonl', '2020-02.jsonl']);
  });

  it('leaves this month and the last as they are', async () => {
    const ledger = open();
    const lastMonth = new Date();
    lastMonth.setDate(0);
    for (const day of [localDay(lastMonth.getTime()), today]) {
      ledger.record(entry(day));
      ledger.record(entry(day));
    }
    assert.equal((await ledger.entries()).length, 4);
    assert.equal((await ledger.entries()).length, 4);
  });

  it('is empty once it was cleared, and then goes on', async () => {
    const ledger = open();
    ledger.record(entry('2020-01-31'));
    ledger.record(entry(today));
    await ledger.clear();
    assert.deepEqual(await open().entries(), []);
    ledger.record(entry(today));
    assert.equal((await ledger.entries()).length, 1);
  });

  it('tells of each change', async () => {
    const ledger = open();
    let changes = 0;
    ledger.onDidChange(() => changes++);
    ledger.record(entry(today));
    await ledger.flush();
    assert.equal(changes, 1);
    await ledger.clear();
    assert.equal(changes, 2);
  });

  it('reports what it can not write, and goes on once it can', async () => {
    await writeFile(directory, 'a file where the folder should be');
    const ledger = open();
    ledger.record(entry(today));
    await ledger.flush();
    assert.equal(errors.length, 1);
    await rm(directory);
    ledger.record(entry(today));
    assert.equal((await ledger.entries()).length, 1);
  });

  function open(): UsageLedger {
    return new UsageLedger({ directory, onError: (error) => errors.push(error) });
  }
});
