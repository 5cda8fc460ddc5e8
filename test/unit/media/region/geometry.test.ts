import assert from 'node:assert/strict';
import { middleOf, moveRegion, regionBetween, resizeRegion } from '../../../../media/region/geometry';

const picture = { width: 100, height: 50 };
const region = { left: 10, top: 20, width: 30, height: 10 };

describe('a region of a picture', () => {
  it('lies between two corners in whatever order', () => {
    const expected = { left: 10, top: 5, width: 20, height: 15 };
    assert.deepEqual(regionBetween({ x: 10, y: 5 }, { x: 30, y: 20 }, picture), expected);
    assert.deepEqual(regionBetween({ x: 30, y: 5 }, { x: 10, y: 20 }, picture), expected);
    assert.deepEqual(regionBetween({ x: 30, y: 20 }, { x: 10, y: 5 }, picture), expected);
  });

  it('has whole pixels', () => {
    assert.deepEqual(regionBetween({ x: 9.6, y: 4.8 }, { x: 30.4, y: 20.1 }, picture), {
      left: 10,
      top: 5,
      width: 20,
      height: 15,
    });
  });

  it('ends at the edges of the picture', () => {
    assert.deepEqual(regionBetween({ x: -20, y: 40 }, { x: 400, y: 900 }, picture), {
      left: 0,
      top: 40,
      width: 100,
      height: 10,
    });
  });

  it('has at least one pixel, also beside the picture', () => {
    assert.deepEqual(regionBetween({ x: 10, y: 10 }, { x: 10, y: 10 }, picture), {
      left: 10,
      top: 10,
      width: 1,
      height: 1,
    });
    assert.deepEqual(regionBetween({ x: 300, y: 300 }, { x: 400, y: 400 }, picture), {
      left: 99,
      top: 49,
      width: 1,
      height: 1,
    });
  });

  it('stops at the edges when it is moved', () => {
    assert.deepEqual(moveRegion(region, { x: 5, y: -3 }, picture), { ...region, left: 15, top: 17 });
    assert.deepEqual(moveRegion(region, { x: 500, y: -300 }, picture), { ...region, left: 70, top: 0 });
  });

  it('changes at the sides that are drawn', () => {
    const drawn = (sides: Parameters<typeof resizeRegion>[1]['sides']) =>
      resizeRegion(region, { sides, by: { x: 4, y: 2 } }, picture);
    assert.deepEqual(drawn({ x: 1, y: 0 }), { ...region, width: 34 });
    assert.deepEqual(drawn({ x: -1, y: 0 }), { ...region, left: 14, width: 26 });
    assert.deepEqual(drawn({ x: 0, y: 1 }), { ...region, height: 12 });
    assert.deepEqual(drawn({ x: 0, y: -1 }), { ...region, top: 22, height: 8 });
    assert.deepEqual(drawn({ x: 1, y: 1 }), { ...region, width: 34, height: 12 });
  });

  it('turns over when a side is drawn across the other', () => {
    assert.deepEqual(resizeRegion(region, { sides: { x: -1, y: 0 }, by: { x: 40, y: 0 } }, picture), {
      ...region,
      left: 40,
      width: 10,
    });
  });

  it('begins in the middle of the picture, however small that is', () => {
    assert.deepEqual(middleOf(picture), { left: 25, top: 13, width: 50, height: 25 });
    assert.deepEqual(middleOf({ width: 1, height: 1 }), { left: 0, top: 0, width: 1, height: 1 });
  });
});
