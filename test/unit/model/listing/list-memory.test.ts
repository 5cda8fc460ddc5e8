import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ListedModel } from '../../../../src/model/model-listing';
import { isStale, ListMemory } from '../../../../src/model/listing/list-memory';

const work = { name: 'Work', baseUrl: 'https://api.example.com/v1' };
const models: readonly ListedModel[] = [
  { id: 'omni', name: 'Omni', capabilities: { input: { image: true }, contextTokens: 8192 } },
  {
    id: 'text',
    capabilities: {},
    adjustments: [{ type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' }],
  },
];

describe('The last lists of models', () => {
  let folder: string;
  let directory: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'iris-lists-'));
    directory = path.join(folder, 'lists');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are there in the next session', async () => {
    const before = new ListMemory(directory);
    await before.keep(work, models);
    const after = new ListMemory(directory);
    assert.equal(after.get(work), undefined);
    assert.deepEqual((await after.load(work))?.models, models);
    assert.deepEqual(after.get(work)?.models, models);
  });

  it('are of one address only', async () => {
    const memory = new ListMemory(directory);
    await memory.keep(work, models);
    assert.equal(await memory.load({ ...work, baseUrl: 'https://other.example.com/v1' }), undefined);
    assert.equal(await memory.load({ ...work, name: 'Home' }), undefined);
  });

  it('are told when they change', async () => {
    await new ListMemory(directory).keep(work, models);
    const memory = new ListMemory(directory);
    let changes = 0;
    memory.onDidChange(() => changes++);
    await Promise.all([memory.load(work), memory.load(work)]);
    assert.equal(changes, 1);
    await memory.keep(work, []);
    assert.equal(changes, 2);
  });

  it('are newer in memory than in a file that is read late', async () => {
    await new ListMemory(directory).keep(work, models);
    const memory = new ListMemory(directory);
    const loading = memory.load(work);
    await memory.keep(work, []);
    assert.deepEqual((await loading)?.models, []);
  });

  it('lie in files whose names say nothing, and of endpoints that are gone in none', async () => {
    const memory = new ListMemory(directory);
    await memory.keep(work, models);
    await memory.keep({ ...work, name: 'Gone' }, models);
    assert.equal((await readdir(directory)).length, 2);
    await memory.keepOnly([work]);
    const names = await readdir(directory);
    assert.equal(names.length, 1);
    assert.match(names[0] ?? '', /^[0-9a-f]{32}\.json$/);
    assert.doesNotMatch(await readFile(path.join(directory, names[0] ?? ''), 'utf8'), /example\.com|Work/);
  });

  it('are none where a file is broken, and kept for the session where none can be written', async () => {
    const memory = new ListMemory(directory);
    await memory.keep(work, models);
    const [name = ''] = await readdir(directory);
    for (const text of ['', '{"models":', '[]', '{"listedAt":"now","models":[]}', '{"listedAt":1,"models":7}']) {
      await writeFile(path.join(directory, name), text);
      assert.equal(await new ListMemory(directory).load(work), undefined, text);
    }
    const unwritable = new ListMemory(path.join(directory, name, 'below-a-file'));
    await unwritable.keep(work, models);
    assert.deepEqual(unwritable.get(work)?.models, models);
  });

  it('get old after an hour, and with a clock that was turned back', () => {
    const now = 10_000_000;
    assert.equal(isStale({ listedAt: now - 3_600_000, models }, now), false);
    assert.equal(isStale({ listedAt: now - 3_600_001, models }, now), true);
    assert.equal(isStale({ listedAt: now + 1, models }, now), true);
  });
});
