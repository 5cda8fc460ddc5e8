import assert from 'node:assert/strict';
import { draftBeginning } from '../../../src/shared/draft-beginning';

describe('the beginning of a draft', () => {
  it('is its first words in one line, without half a character', () => {
    assert.equal(draftBeginning('  Why\n\n is \t this?', 0), 'Why is this?');
    assert.equal(draftBeginning('🖼️'.repeat(500), 0), '🖼️'.repeat(50));
  });

  it('is empty where something is only attached, and there is none where nothing is', () => {
    assert.equal(draftBeginning(' ', 2), '');
    assert.equal(draftBeginning(' \n', 0), undefined);
  });
});
