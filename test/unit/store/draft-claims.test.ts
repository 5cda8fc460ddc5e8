import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { DraftClaims } from '../../../src/store/draft-claims';
import { temporaryDirectory } from './temporary-directory';

const hash = (letter: string): string => letter.repeat(64);

describe('The claims of drafts', () => {
  it('hold for all windows, those that are closed too', async () => {
    const directory = await temporaryDirectory();
    const first = claims(directory, 'first', [hash('a'), hash('b')]);
    await first.flush();
    first.dispose();
    const second = claims(directory, 'second', [hash('c')]);
    assert.deepEqual([...(await second.all())].sort(), [hash('a'), hash('b'), hash('c')]);
  });

  it('end when the draft does', async () => {
    const directory = await temporaryDirectory();
    const current = [hash('a')];
    const one = claims(directory, 'one', current);
    await one.flush();
    current.pop();
    await one.flush();
    assert.deepEqual(await readdir(directory), []);
    assert.equal((await one.all()).size, 0);
  });

  it('of none at all are none', async () => {
    assert.equal((await claims(`${await temporaryDirectory()}/missing`, 'one', []).all()).size, 0);
  });
});

function claims(directory: string, id: string, current: readonly string[]): DraftClaims {
  return new DraftClaims({ directory, id: () => id, current: () => current, onError: assert.ifError });
}
