import assert from 'node:assert/strict';
import { middleOf } from '../../../../media/region/geometry';
import { regionAfterKey, type Key } from '../../../../media/region/keyboard';

const picture = { width: 100, height: 50 };
const region = { left: 10, top: 20, width: 30, height: 10 };

describe('keys on the region page', () => {
  it('make a region where there is none', () => {
    assert.deepEqual(regionAfterKey(press('ArrowLeft'), undefined, picture), middleOf(picture));
  });

  it('move the region by one pixel, and by ten with Ctrl', () => {
    assert.deepEqual(regionAfterKey(press('ArrowRight'), region, picture), { ...region, left: 11 });
    assert.deepEqual(regionAfterKey(press('ArrowUp', { ctrlKey: true }), region, picture), { ...region, top: 10 });
  });

  it('resize the region at its right and lower side with Shift', () => {
    assert.deepEqual(regionAfterKey(press('ArrowDown', { shiftKey: true }), region, picture), {
      ...region,
      height: 11,
    });
    assert.deepEqual(regionAfterKey(press('ArrowLeft', { shiftKey: true, ctrlKey: true }), region, picture), {
      ...region,
      width: 20,
    });
  });

  it('never make the region smaller than a pixel', () => {
    const small = { ...region, width: 1, height: 1 };
    assert.deepEqual(regionAfterKey(press('ArrowLeft', { shiftKey: true }), small, picture), small);
  });

  it('mean nothing when they are no arrow keys', () => {
    assert.equal(regionAfterKey(press('a'), region, picture), undefined);
  });
});

function press(key: string, modifiers: Partial<Key> = {}): Key {
  return { key, shiftKey: false, ctrlKey: false, ...modifiers };
}
