import assert from 'node:assert/strict';
import { isPictureEdit } from '../../../src/store/picture-edit-guard';

const area = { left: 1, top: 2, width: 3, height: 4 };
const at = { x: 1, y: 2 };
const edit = {
  base: { width: 10, height: 10 },
  rotation: 90,
  crop: { left: 0, top: 0, width: 10, height: 5 },
  marks: [
    { type: 'arrow', from: at, to: { x: 5, y: 5 }, color: 'red', thickness: 2 },
    { type: 'box', area, color: 'blue', thickness: 2 },
    { type: 'pen', points: [at, { x: -4, y: 12 }], color: 'black', thickness: 2 },
    { type: 'text', at, text: 'here', color: 'white', size: 12 },
    { type: 'number', at, number: 1, color: 'green', size: 12 },
    { type: 'highlight', area, color: 'yellow' },
    { type: 'blur', area },
    { type: 'redaction', area },
  ],
};

describe('picture edit guard', () => {
  it('takes every kind of mark, also one that sticks out', () => {
    assert(isPictureEdit(edit));
  });

  it('refuses what no editor makes', () => {
    const mark = { type: 'redaction', area };
    const wrong: readonly unknown[] = [
      undefined,
      [],
      { ...edit, base: { width: 0, height: 10 } },
      { ...edit, rotation: 45 },
      { ...edit, crop: { left: 6, top: 0, width: 5, height: 5 } },
      { ...edit, crop: null },
      { ...edit, marks: [{ type: 'stamp', area }] },
      { ...edit, marks: [{ ...mark, area: { ...area, width: Number.NaN } }] },
      { ...edit, marks: [{ ...mark, area: { ...area, left: Infinity } }] },
      { ...edit, marks: [{ type: 'text', at, text: 'x'.repeat(1_001), color: 'red', size: 12 }] },
      { ...edit, marks: [{ type: 'highlight', area, color: 'url(https://example.com)' }] },
      { ...edit, marks: Array.from({ length: 1_001 }, () => mark) },
      {
        ...edit,
        marks: [{ type: 'pen', points: Array.from({ length: 5_001 }, () => at), color: 'red', thickness: 1 }],
      },
    ];
    assert.deepEqual(wrong.filter(isPictureEdit), []);
  });
});
