import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { mapBounded } from '../../../src/util/map-bounded';

describe('mapBounded', () => {
  it('gives the results in their order, whichever comes first', async () => {
    const results = await mapBounded([3, 1, 2], 2, async (turns) => {
      for (let turn = 0; turn < turns; turn++) {
        await setImmediate();
      }
      return `after ${turns}`;
    });
    assert.deepEqual(results, ['after 3', 'after 1', 'after 2']);
    assert.deepEqual(await mapBounded([], 2, () => Promise.reject(new Error('Nothing to call.'))), []);
  });

  it('keeps as many calls under way as it may, and never more', async () => {
    const underWay: number[] = [];
    let running = 0;
    await mapBounded([...Array(20).keys()], 6, async () => {
      underWay.push(++running);
      await setImmediate();
      running--;
    });
    assert.equal(Math.max(...underWay), 6);
    assert.equal(underWay.length, 20);
  });

  it('throws what a call throws', async () => {
    await assert.rejects(
      mapBounded(['good', 'bad'], 1, (name) => (name === 'bad' ? Promise.reject(new Error(name)) : Promise.resolve())),
      { message: 'bad' },
    );
  });
});
