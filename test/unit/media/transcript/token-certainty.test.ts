import assert from 'node:assert/strict';
import {
  certaintyOf,
  formatProbability,
  probabilityOf,
  visibleToken,
} from '../../../../media/transcript/token-certainty';

describe('how sure the model was', () => {
  it('is a probability whatever the server sends', () => {
    assert.equal(probabilityOf(0), 1);
    assert.equal(probabilityOf(0.5), 1);
    assert.equal(probabilityOf(-9999), 0);
    assert.equal(probabilityOf(NaN), 0);
  });

  it('has five levels', () => {
    assert.deepEqual([1, 0.95, 0.94, 0.8, 0.5, 0.2, 0.19, 0].map(certaintyOf), [5, 5, 4, 4, 3, 2, 1, 1]);
  });

  it('is read as percent that never claim too much', () => {
    assert.deepEqual([1, 0.996, 0.62, 0.01, 0.004].map(formatProbability), [
      '100%',
      'over 99%',
      '62%',
      '1%',
      'under 1%',
    ]);
  });

  it('makes blanks visible', () => {
    assert.equal(visibleToken(' a\n\t'), '·a↵→');
  });
});
