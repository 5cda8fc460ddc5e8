import assert from 'node:assert/strict';
import { moveTo } from '../../../../media/composer/reorder';

describe('reordering attachments', () => {
  const ids = ['a', 'b', 'c'];

  it('moves one and keeps the order of the others', () => {
    assert.deepEqual(moveTo(ids, 'a', 2), ['b', 'c', 'a']);
    assert.deepEqual(moveTo(ids, 'c', 0), ['c', 'a', 'b']);
  });

  it('gives the same list where nothing moves', () => {
    assert.equal(moveTo(ids, 'a', -1), ids);
    assert.equal(moveTo(ids, 'c', 3), ids);
    assert.equal(moveTo(ids, 'b', 1), ids);
    assert.equal(moveTo(ids, 'x', 1), ids);
  });
});
