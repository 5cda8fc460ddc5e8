import assert from 'node:assert/strict';
import { shiftOffset, type TextChange } from '../../../../src/features/answer-in-editor/shift-offset';

describe('shiftOffset', () => {
  it('moves with text that is put in front', () => {
    assert.equal(shiftOffset(10, [insert(4, 'abc')]), 13);
  });

  it('moves back with text that is taken away in front', () => {
    assert.equal(shiftOffset(10, [remove(4, 3)]), 7);
  });

  it('stays where text changes behind', () => {
    assert.equal(shiftOffset(10, [insert(11, 'abc'), remove(20, 5)]), 10);
  });

  it('stays in front of text that is put exactly there', () => {
    assert.equal(shiftOffset(10, [insert(10, 'abc')]), 10);
  });

  it('goes to the end of what replaces the text around it', () => {
    assert.equal(shiftOffset(10, [{ rangeOffset: 8, rangeLength: 6, text: 'abc' }]), 11);
  });

  it('counts several changes of one event in the text before all of them', () => {
    assert.equal(shiftOffset(10, [remove(6, 2), insert(0, 'abcd')]), 12);
    assert.equal(shiftOffset(10, [insert(0, 'abcd'), remove(6, 2)]), 12);
  });
});

function insert(rangeOffset: number, text: string): TextChange {
  return { rangeOffset, rangeLength: 0, text };
}

function remove(rangeOffset: number, rangeLength: number): TextChange {
  return { rangeOffset, rangeLength, text: '' };
}
