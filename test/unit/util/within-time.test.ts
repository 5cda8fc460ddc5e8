import assert from 'node:assert/strict';
import { withinTime } from '../../../src/util/within-time';

describe('What has a time', () => {
  it('gives its value', () => {
    assert.deepEqual(
      withinTime(1_000, () => 'a'),
      { value: 'a' },
    );
    assert.deepEqual(
      withinTime(1_000, () => undefined),
      { value: undefined },
    );
  });

  it('is stopped after it, in the middle of a regular expression and past every catch', () => {
    assert.equal(
      withinTime(50, () => {
        try {
          return /^(a+)+$/.test(`${'a'.repeat(100)}!`);
        } catch {
          return 'caught';
        }
      }),
      undefined,
    );
    assert.equal(/^a+$/.test('aa'), true);
  });

  it('throws what was thrown', () => {
    const error = new Error('broken');
    const broken = (): never => {
      throw error;
    };
    assert.throws(
      () => withinTime(1_000, broken),
      (thrown) => thrown === error,
    );
  });
});
