import assert from 'node:assert/strict';
import { planImageFor } from '../../../../src/attachments/image/image-plan';
import { targetSize } from '../../../../src/media-process/target-size';

describe('the plan for a picture', () => {
  const screen = { width: 2_880, height: 1_800, vector: false };

  it('keeps every pixel for the built-in reader', () => {
    assert.deepEqual(targetSize(screen, planImageFor({ offline: true })), { width: 2_880, height: 1_800 });
  });

  it('fits the square that servers scale to', () => {
    assert.deepEqual(targetSize(screen, planImageFor({ offline: false })), { width: 2_048, height: 1_280 });
  });

  it('leaves nothing to scale to VS Code, which leaves pictures alone when one side is at most 768 pixels', () => {
    const plan = planImageFor({ offline: false, isLanguageModel: true });
    assert.deepEqual(targetSize(screen, plan), { width: 1_229, height: 768 });
    assert.deepEqual(targetSize({ width: 5_000, height: 500, vector: false }, plan), { width: 2_048, height: 205 });
    assert.deepEqual(targetSize({ width: 800, height: 768, vector: false }, plan), { width: 800, height: 768 });
  });
});
