import assert from 'node:assert/strict';
import { SeamTrimmer } from '../../../src/conversation/seam';

function continued(before: string, ...pieces: readonly string[]): string {
  const seam = new SeamTrimmer(before);
  return pieces.map((piece) => seam.take(piece)).join('') + seam.finish();
}

describe('the seam of an answer that goes on', () => {
  const before = 'The quick brown fox jumps over the';

  it('has nothing twice, however the repetition is cut into pieces', () => {
    const repeating = 'fox jumps over the lazy dog.';
    assert.equal(continued(before, repeating), ' lazy dog.');
    assert.equal(continued(before, ...repeating), ' lazy dog.');
    for (let index = 1; index < repeating.length; index++) {
      assert.equal(continued(before, repeating.slice(0, index), repeating.slice(index)), ' lazy dog.');
    }
  });

  it('leaves out a repetition after which nothing comes', () => {
    assert.equal(continued(before, ' jumps over the'), '');
  });

  it('keeps what is repeated by chance: short words, words from the middle, rules and indentation', () => {
    assert.equal(continued(before, ' over the hill'), ' over the hill');
    assert.equal(continued(before, 'The quick brown bear'), 'The quick brown bear');
    assert.equal(continued('----------------', '----------------'), '----------------');
    assert.equal(continued('{\n              ', '              x'), '              x');
  });

  it('keeps all of it when the end only seemed to be repeated', () => {
    const seam = new SeamTrimmer(before);
    assert.equal(seam.take('brown fox'), '');
    assert.equal(seam.take(' jumps high'), 'brown fox jumps high');
    assert.equal(seam.take('brown fox jumps over the'), 'brown fox jumps over the');
    assert.equal(seam.finish(), '');
  });

  it('gives back what it still held when the text ends', () => {
    assert.equal(continued(before, 'quick'), 'quick');
    assert.equal(continued(before), '');
  });
});
