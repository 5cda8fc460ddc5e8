import assert from 'node:assert/strict';
import { regionWhileDragging } from '../../../../media/region/pointer';

const picture = { width: 100, height: 50 };
const region = { left: 10, top: 20, width: 30, height: 10 };
const from = { x: 20, y: 25 };
const to = { x: 25, y: 27 };

describe('dragging on the region page', () => {
  it('draws a new region on the picture', () => {
    assert.deepEqual(regionWhileDragging({ grip: 'picture', from, region, picture }, to), {
      left: 20,
      top: 25,
      width: 5,
      height: 2,
    });
  });

  it('moves the region that it began in', () => {
    assert.deepEqual(regionWhileDragging({ grip: 'region', from, region, picture }, to), {
      ...region,
      left: 15,
      top: 22,
    });
  });

  it('moves the side that it began on', () => {
    assert.deepEqual(regionWhileDragging({ grip: { x: 1, y: 0 }, from, region, picture }, to), {
      ...region,
      width: 35,
    });
  });
});
