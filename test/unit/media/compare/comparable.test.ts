import assert from 'node:assert/strict';
import { isAmong, withPicture } from '../../../../media/compare/comparable';

describe('the pair that is compared', () => {
  const pair = { first: 'a', second: 'b' };

  it('takes another picture on either side', () => {
    assert.deepEqual(withPicture(pair, 'first', 'c'), { first: 'c', second: 'b' });
    assert.deepEqual(withPicture(pair, 'second', 'c'), { first: 'a', second: 'c' });
  });

  it('never holds one picture twice: the two change places instead', () => {
    assert.deepEqual(withPicture(pair, 'first', 'b'), { first: 'b', second: 'a' });
    assert.deepEqual(withPicture(pair, 'second', 'a'), { first: 'b', second: 'a' });
  });

  it('is among pictures only where both are', () => {
    const [a, b] = ['a', 'b'].map((id) => ({ id, name: `${id}.png` }));
    assert(a && b);
    assert(isAmong([b, a], pair));
    assert(!isAmong([a], pair));
  });
});
