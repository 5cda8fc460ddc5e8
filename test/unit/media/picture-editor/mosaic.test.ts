import assert from 'node:assert/strict';
import { blockSize, reduceToBlocks } from '../../../../media/picture-editor/drawing/mosaic';

/** White with one black column of pixels. */
function lineAt(column: number, width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    data.set([0, 0, 0], (y * width + column) * 4);
  }
  return { data, width, height };
}

describe('what a blurred area is reduced to', () => {
  it('has blocks as high as a line of text, and a fifth of what is no line', () => {
    assert.equal(blockSize({ width: 400, height: 40 }), 40);
    assert.equal(blockSize({ width: 40, height: 400 }), 40);
    assert.equal(blockSize({ width: 600, height: 500 }), 100);
    assert.equal(blockSize({ width: 30, height: 12 }), 24);
  });

  it('is the same wherever in a block something was', () => {
    const [first, second] = [lineAt(3, 96, 24), lineAt(20, 96, 24)].map((pixels) => reduceToBlocks(pixels, 24));
    assert.deepEqual([first?.width, first?.height], [4, 1]);
    assert.deepEqual(first, second);
  });

  it('has few shades: what hardly differs is the same', () => {
    const grey = (value: number) =>
      reduceToBlocks({ data: new Uint8ClampedArray(16).fill(value), width: 2, height: 2 }, 2);
    assert.deepEqual(grey(100), grey(105));
    assert.notDeepEqual(grey(100), grey(120));
  });

  it('leaves what is transparent out of the colors', () => {
    const data = new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 0]);
    const reduced = reduceToBlocks({ data, width: 2, height: 1 }, 2);
    assert.deepEqual([...reduced.data], [255, 0, 0, 136]);
  });
});
