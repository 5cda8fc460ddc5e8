import assert from 'node:assert/strict';
import { describeDifference, describePlacing, nameOfDifference } from '../../../../media/compare/facts';
import type { PictureComparison } from '../../../../src/shared/picture-comparison';

const comparison: PictureComparison = {
  difference: { sha256: 'ab'.repeat(32), mediaType: 'image/png', byteLength: 9, width: 1000, height: 500 },
  differing: 1250,
  same: false,
  scale: 1,
};
const picture = (width: number, height: number) => ({ url: 'blob:x', bytes: new Blob([]), width, height });

describe('what is said of a comparison', () => {
  it('is how many pixels differ', () => {
    const said = (changes: Partial<PictureComparison>): string => describeDifference({ ...comparison, ...changes });
    assert.equal(said({}), '1,250 of 500,000 pixels differ (0.25%).');
    assert.equal(said({ differing: 1 }), '1 of 500,000 pixels differs (0.0002%).');
    assert.equal(said({ differing: 500_000 }), '500,000 of 500,000 pixels differ (100%).');
  });

  it('tells the same pixels from pixels that look the same', () => {
    assert.match(describeDifference({ ...comparison, differing: 0, same: true }), /same, pixel for pixel\.$/);
    assert.match(describeDifference({ ...comparison, differing: 0 }), /^No difference can be seen/);
  });

  it('says how pictures of other sizes, and large ones, were laid over each other', () => {
    const same = picture(1000, 500);
    assert.deepEqual(describePlacing(same, same, comparison), []);
    assert.deepEqual(describePlacing(same, picture(900, 500), { ...comparison, scale: 0.5 }), [
      'Their sizes differ (1000 × 500 and 900 × 500 pixels): both begin in the upper left corner.',
      'Both were scaled down alike to compare them at 1000 × 500 pixels.',
    ]);
  });

  it('has a name for the difference without the endings of both files', () => {
    assert.equal(nameOfDifference('before.v2.png', 'after.webp'), 'Difference of before.v2 and after.png');
  });
});
