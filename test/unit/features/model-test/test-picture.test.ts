import assert from 'node:assert/strict';
import sharp from 'sharp';
import { redSquare } from '../../../../src/features/model-test/test-picture';

describe('redSquare', () => {
  it('is a small PNG that other programs read as red all over', async () => {
    const picture = redSquare();
    assert(picture.byteLength < 500);
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, info.channels], [64, 64, 3]);
    for (let at = 0; at < data.byteLength; at += 3) {
      assert.deepEqual([...data.subarray(at, at + 3)], [255, 0, 0]);
    }
  });
});
