import assert from 'node:assert/strict';
import { isDrawing, type PathSegment } from '../../../../src/media-process/pdf/worker/is-drawing';

/** "m 0 0, l 9 9, c 1 2": a path in short. */
function path(text: string): readonly PathSegment[] {
  const types = { m: 'move', l: 'line', c: 'curve' } as const;
  return text.split(', ').map((step) => {
    const [type = 'l', x, y] = step.split(' ');
    return { type: types[type as keyof typeof types], x: Number(x), y: Number(y) };
  });
}

describe('a path on a page', () => {
  it('is a drawing where it is slanted or round', () => {
    assert.equal(isDrawing(path('m 0 0, l 100 40, l 200 10')), true);
    assert.equal(isDrawing(path('m 0 50, c 0 80, c 20 100, c 50 100, c 80 100, c 100 80, c 100 50')), true);
  });

  it('is a drawing where it is a bar that stands', () => {
    assert.equal(isDrawing(path('m 0 0, l 20 0, l 20 90, l 0 90, l 0 0')), true);
  });

  it('is none where it is a rule, a frame or a box behind text', () => {
    assert.equal(isDrawing(path('m 0 0, l 400 0')), false);
    assert.equal(isDrawing(path('m 0 0, l 400 0, l 400 20, l 0 20, l 0 0')), false);
    assert.equal(isDrawing(path('m 0 0, l 1 0, l 1 300, l 0 300, l 0 0')), false);
    const corner = 'c 398 0, c 400 2, c 400 4';
    assert.equal(isDrawing(path(`m 4 0, l 396 0, ${corner}, l 400 20, c 400 22, c 398 24, c 396 24, l 4 24`)), false);
  });
});
