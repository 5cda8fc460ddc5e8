import assert from 'node:assert/strict';
import {
  areaToBase,
  areaToEdited,
  coveredPixels,
  editedSize,
  emptyEdit,
  isEmptyEdit,
  rotations,
  toBase,
  toEdited,
  type PictureEdit,
} from '../../../../src/shared/attachment/picture-edit';

const base = { width: 100, height: 60 };
const crop = { left: 10, top: 20, width: 50, height: 30 };
const edits: readonly PictureEdit[] = rotations.flatMap((rotation) => [
  { base, rotation, marks: [] },
  { base, rotation, crop, marks: [] },
]);

describe('picture edit', () => {
  it('leaves the size alone, or turns it', () => {
    assert.deepEqual(
      edits.map(editedSize).map(({ width, height }) => [width, height]),
      [
        [100, 60],
        [50, 30],
        [60, 100],
        [30, 50],
        [100, 60],
        [50, 30],
        [60, 100],
        [30, 50],
      ],
    );
  });

  it('turns clockwise: what was at the top left is then at the top right, the bottom right, the bottom left', () => {
    const corners = rotations.map((rotation) => toEdited({ x: 10, y: 20 }, { base, rotation, crop, marks: [] }));
    assert.deepEqual(corners, [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
      { x: 50, y: 30 },
      { x: 0, y: 50 },
    ]);
  });

  it('finds points and areas of the edited picture in the base again', () => {
    const area = { left: 12, top: 25, width: 7, height: 3 };
    for (const edit of edits) {
      assert.deepEqual(toBase(toEdited({ x: 33, y: 41 }, edit), edit), { x: 33, y: 41 });
      assert.deepEqual(areaToBase(areaToEdited(area, edit), edit), area);
    }
  });

  it('tells what lies outside of the kept part by its place', () => {
    assert.deepEqual(toEdited({ x: 0, y: 0 }, { base, rotation: 0, crop, marks: [] }), { x: -10, y: -20 });
  });

  it('counts pixels that an area touches as covered, and those outside of the picture not', () => {
    assert.deepEqual(coveredPixels({ left: -3.5, top: 1.2, width: 5, height: 2 }, base), {
      left: 0,
      top: 1,
      width: 2,
      height: 3,
    });
    assert.equal(coveredPixels({ left: 100, top: 0, width: 5, height: 5 }, base), undefined);
  });

  it('is empty until something is changed', () => {
    assert(isEmptyEdit(emptyEdit(base)));
    assert(!isEmptyEdit({ ...emptyEdit(base), rotation: 90 }));
    assert(!isEmptyEdit({ ...emptyEdit(base), crop }));
    assert(!isEmptyEdit({ ...emptyEdit(base), marks: [{ type: 'blur', area: crop }] }));
  });
});
