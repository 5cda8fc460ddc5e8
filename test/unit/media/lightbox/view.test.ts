import assert from 'node:assert/strict';
import { moved, toPicture, wholeView, zoomed } from '../../../../media/lightbox/view';
import { gripAt } from '../../../../media/lightbox/corners';

describe('the view of a picture', () => {
  const scene = { picture: { width: 2000, height: 1000 }, frame: { width: 500, height: 500 } };

  it('shows all of it in the middle, and enlarges no small one', () => {
    assert.deepEqual(wholeView(scene), { scale: 0.25, x: 0, y: 125 });
    assert.deepEqual(wholeView({ ...scene, picture: { width: 100, height: 20 } }), { scale: 1, x: 200, y: 240 });
  });

  it('keeps the place under the pointer where it is', () => {
    const at = { x: 100, y: 250 };
    const view = zoomed(wholeView(scene), { scale: 1, at }, scene);
    assert.deepEqual(toPicture(view, at), toPicture(wholeView(scene), at));
  });

  it('shows no empty space beside a picture that is larger than its frame', () => {
    const view = zoomed(wholeView(scene), { scale: 1, at: { x: 0, y: 0 } }, scene);
    assert.deepEqual(moved(view, { x: 9999, y: 9999 }, scene), { scale: 1, x: 0, y: 0 });
    assert.deepEqual(moved(view, { x: -9999, y: -9999 }, scene), { scale: 1, x: -1500, y: -500 });
  });

  it('is not made smaller than all of it, nor larger than what is seen pixel by pixel', () => {
    const at = { x: 250, y: 250 };
    assert.equal(zoomed(wholeView(scene), { scale: 0.01, at }, scene).scale, 0.25);
    assert.equal(zoomed(wholeView(scene), { scale: 999, at }, scene).scale, 32);
  });
});

describe('a pointer on a region', () => {
  const region = { left: 100, top: 100, width: 50, height: 40 };

  it('takes hold of corners, sides, all of it or none of it', () => {
    assert.deepEqual(gripAt({ x: 98, y: 141 }, region, 4), { x: -1, y: 1 });
    assert.deepEqual(gripAt({ x: 151, y: 120 }, region, 4), { x: 1, y: 0 });
    assert.equal(gripAt({ x: 120, y: 120 }, region, 4), 'region');
    assert.equal(gripAt({ x: 10, y: 10 }, region, 4), 'picture');
    assert.equal(gripAt({ x: 10, y: 10 }, undefined, 4), 'picture');
  });
});
