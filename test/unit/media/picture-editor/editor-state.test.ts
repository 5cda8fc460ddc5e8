import assert from 'node:assert/strict';
import {
  reduceEditor,
  savedEdit,
  startEditing,
  type EditorAction,
  type EditorState,
} from '../../../../media/picture-editor/editor-state';
import type { Mark } from '../../../../src/shared/attachment/picture-edit';

const base = { width: 400, height: 300 };
const redaction: Mark = { type: 'redaction', area: { left: 10, top: 10, width: 50, height: 20 } };
const box: Mark = { type: 'box', area: { left: 10, top: 10, width: 50, height: 20 }, color: 'red', thickness: 2 };
const text: Mark = { type: 'text', at: { x: 20, y: 20 }, text: '', color: 'red', size: 16 };

function after(...actions: readonly EditorAction[]): EditorState {
  return actions.reduce(reduceEditor, startEditing({ base, rotation: 0, marks: [] }));
}

describe('state of the picture editor', () => {
  it('goes back and forth through what was done, until something else is done', () => {
    const drawn = after({ type: 'markAdded', mark: redaction }, { type: 'turned', quarters: 1 });
    const back = reduceEditor(reduceEditor(drawn, { type: 'undone' }), { type: 'undone' });
    assert.deepEqual(back.edit, { base, rotation: 0, marks: [] });
    assert.equal(reduceEditor(back, { type: 'undone' }), back);
    const forth = reduceEditor(reduceEditor(back, { type: 'redone' }), { type: 'redone' });
    assert.deepEqual(forth.edit, drawn.edit);
    assert.deepEqual(reduceEditor(back, { type: 'markAdded', mark: box }).future, []);
  });

  it('turns around', () => {
    const rotations = [1, 1, 1, 1, -1].map((_, count, quarters) =>
      after(...quarters.slice(0, count + 1).map((by) => ({ type: 'turned', quarters: by === 1 ? 1 : -1 }) as const)),
    );
    assert.deepEqual(
      rotations.map(({ edit }) => edit.rotation),
      [90, 180, 270, 0, 270],
    );
  });

  it('selects what was drawn, and lets go of it for another tool', () => {
    const drawn = after({ type: 'markAdded', mark: redaction }, { type: 'markAdded', mark: box });
    assert.equal(drawn.selected, 1);
    assert.equal(reduceEditor(drawn, { type: 'toolChosen', tool: 'pen' }).selected, undefined);
  });

  it('takes what changes nothing for no step to go back', () => {
    const drawn = after({ type: 'markAdded', mark: box });
    assert.equal(reduceEditor(drawn, { type: 'markChanged', index: 0, mark: box }), drawn);
    assert.equal(reduceEditor(drawn, { type: 'cropped' }), drawn);
  });

  it('takes typing for one step, and a text that was never typed for none', () => {
    const typed = after(
      { type: 'markAdded', mark: redaction },
      { type: 'markAdded', mark: text },
      { type: 'markChangedOn', index: 1, mark: { ...text, text: 'h' } },
      { type: 'markChangedOn', index: 1, mark: { ...text, text: 'he' } },
      { type: 'undone' },
    );
    assert.deepEqual(typed.edit.marks, [redaction]);
    const untyped = after({ type: 'markAdded', mark: redaction }, { type: 'markAdded', mark: text });
    assert.deepEqual(savedEdit(untyped).marks, [redaction]);
    assert.deepEqual(reduceEditor(untyped, { type: 'markSelected', index: 0 }).edit.marks, [redaction]);
  });

  it('gives a chosen color to the selected mark, and keeps it for the next', () => {
    const colored = after({ type: 'markAdded', mark: box }, { type: 'styleChosen', style: { color: 'blue' } });
    assert.deepEqual(colored.edit.marks, [{ ...box, color: 'blue' }]);
    assert.equal(colored.style.color, 'blue');
    const redacted = after({ type: 'markAdded', mark: redaction }, { type: 'styleChosen', style: { color: 'blue' } });
    assert.deepEqual(redacted.edit.marks, [redaction]);
  });

  it('restores the original as a step that can be taken back', () => {
    const cleared = after({ type: 'markAdded', mark: box }, { type: 'cleared' });
    assert.deepEqual(cleared.edit.marks, []);
    assert.deepEqual(reduceEditor(cleared, { type: 'undone' }).edit.marks, [box]);
  });
});
