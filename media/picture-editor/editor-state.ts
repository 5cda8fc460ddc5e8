import { emptyEdit, rotations, type Mark, type PictureEdit } from '../../src/shared/attachment/picture-edit';
import { MAX_EDIT_MARKS } from '../../src/shared/limits';
import type { Region } from '../../src/shared/region';
import { restyled, type Style } from './marks/new-mark';
import type { Tool } from './tools';

/** All that the editor shows. */
export interface EditorState {
  readonly edit: PictureEdit;
  readonly tool: Tool;
  readonly style: Style;
  /** Place of the selected mark in the edit. */
  readonly selected?: number;
  /** Edits to go back to, the newest last. */
  readonly past: readonly PictureEdit[];
  /** Edits that were gone back from, the next one last. */
  readonly future: readonly PictureEdit[];
}

export type EditorAction =
  | { readonly type: 'toolChosen'; readonly tool: Tool }
  | { readonly type: 'styleChosen'; readonly style: Partial<Style> }
  | { readonly type: 'markSelected'; readonly index?: number }
  | { readonly type: 'markAdded'; readonly mark: Mark }
  | { readonly type: 'markChanged'; readonly index: number; readonly mark: Mark }
  /** As the one before it, one step to go back: typing, or a key that is held. */
  | { readonly type: 'markChangedOn'; readonly index: number; readonly mark: Mark }
  | { readonly type: 'markDeleted'; readonly index: number }
  | { readonly type: 'turned'; readonly quarters: 1 | -1 }
  | { readonly type: 'cropped'; readonly crop?: Region }
  | { readonly type: 'cleared' }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' };

export function startEditing(edit: PictureEdit): EditorState {
  return { edit, tool: 'select', style: { color: 'red', weight: 'medium' }, past: [], future: [] };
}

/** What would be saved now. */
export function savedEdit({ edit }: EditorState): PictureEdit {
  return edit.marks.some(isEmptyText) ? { ...edit, marks: edit.marks.filter((mark) => !isEmptyText(mark)) } : edit;
}

/** Pure: returns the same state where nothing changes. */
export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  const { edit, past, future } = state;
  switch (action.type) {
    case 'toolChosen':
      return { ...unselected(state), tool: action.tool };
    case 'styleChosen':
      return withStyle(state, action.style);
    case 'markSelected':
      return selectedIn(state, action.index);
    case 'markAdded':
      return edit.marks.length < MAX_EDIT_MARKS
        ? { ...changed(state, { ...edit, marks: [...edit.marks, action.mark] }), selected: edit.marks.length }
        : state;
    case 'markChanged':
      return changed(state, withMark(edit, action.index, action.mark));
    case 'markChangedOn':
      return { ...state, edit: withMark(edit, action.index, action.mark), future: [] };
    case 'markDeleted':
      return unselected(changed(state, { ...edit, marks: edit.marks.filter((_, index) => index !== action.index) }));
    case 'turned': {
      const turned = (rotations.indexOf(edit.rotation) + action.quarters + rotations.length) % rotations.length;
      return changed(state, { ...edit, rotation: rotations[turned] ?? 0 });
    }
    case 'cropped': {
      const { crop: _crop, ...whole } = edit;
      return changed(state, action.crop ? { ...whole, crop: action.crop } : whole);
    }
    case 'cleared':
      return unselected(changed(state, emptyEdit(edit.base)));
    case 'undone': {
      const before = past.at(-1);
      return before
        ? { ...unselected(state), edit: before, past: past.slice(0, -1), future: [...future, edit] }
        : state;
    }
    case 'redone': {
      const after = future.at(-1);
      return after ? { ...unselected(state), edit: after, past: [...past, edit], future: future.slice(0, -1) } : state;
    }
  }
}

function selectedIn(state: EditorState, index: number | undefined): EditorState {
  if (index === state.selected) {
    return state;
  }
  const mark = index === undefined ? undefined : state.edit.marks[index];
  const settled = unselected(state);
  // An empty text before it may have gone.
  const place = mark ? settled.edit.marks.indexOf(mark) : -1;
  return place < 0 ? settled : { ...settled, selected: place };
}

/** What is chosen is for the selected mark, and for those that are drawn from now on. */
function withStyle(state: EditorState, style: Partial<Style>): EditorState {
  const { edit, selected } = state;
  const next = { ...state, style: { ...state.style, ...style } };
  const mark = selected === undefined ? undefined : edit.marks[selected];
  const restyledMark = mark && restyled(mark, style, edit);
  return selected !== undefined && restyledMark && JSON.stringify(restyledMark) !== JSON.stringify(mark)
    ? changed(next, withMark(edit, selected, restyledMark))
    : next;
}

function changed(state: EditorState, edit: PictureEdit): EditorState {
  return JSON.stringify(edit) === JSON.stringify(state.edit)
    ? state
    : { ...state, edit, past: [...state.past, state.edit], future: [] };
}

function withMark(edit: PictureEdit, index: number, mark: Mark): PictureEdit {
  return { ...edit, marks: edit.marks.map((old, place) => (place === index ? mark : old)) };
}

/** A text that was never typed is no mark. */
function unselected(state: EditorState): EditorState {
  const { selected, ...rest } = state;
  return selected === undefined || !isEmptyText(rest.edit.marks[selected])
    ? rest
    : { ...rest, edit: { ...rest.edit, marks: rest.edit.marks.filter((_, index) => index !== selected) } };
}

function isEmptyText(mark: Mark | undefined): boolean {
  return mark?.type === 'text' && mark.text.trim() === '';
}
