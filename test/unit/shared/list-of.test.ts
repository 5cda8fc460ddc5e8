import assert from 'node:assert/strict';
import { listOf, shortListOf } from '../../../src/shared/list-of';

describe('A list of names', () => {
  it('is read as a sentence', () => {
    assert.equal(listOf(['a', 'b', 'c']), 'a, b and c');
    assert.equal(shortListOf(['a', 'b', 'c', 'd']), 'a, b, c and d');
  });

  it('says how many others there are where it must be short', () => {
    assert.equal(shortListOf(['a', 'b', 'c', 'd', 'e']), 'a, b, c and 2 others');
  });
});
