import { editedSize, type Mark } from '../../src/shared/attachment/picture-edit';
import { regionAfterKey } from '../region/keyboard';
import { cropOf, cropRegion, markInMiddle, uncropped } from './dragging';
import { layOutText } from './drawing/text-block';
import type { EditorAction, EditorState } from './editor-state';
import { boxOf, withBox } from './marks/mark-box';
import { drawsMarks, toolKeys, tools } from './tools';

export type KeyMeaning =
  | { readonly type: 'act'; readonly action: EditorAction }
  | { readonly type: 'delete'; readonly index: number }
  | { readonly type: 'zoom'; readonly how: 'in' | 'out' | 'fit' | 'actual' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Or Command. */
  readonly ctrlKey: boolean;
}

const zooms: Readonly<Record<string, 'in' | 'out' | 'fit' | 'actual'>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'fit',
  '1': 'actual',
};

/** Whether a key goes a step back or forth, wherever in the editor it is pressed. */
export function stepOf({ key, shiftKey, ctrlKey }: Key): 'undone' | 'redone' | undefined {
  const pressed = key.toLowerCase();
  if (!ctrlKey || (pressed !== 'z' && pressed !== 'y')) {
    return undefined;
  }
  return pressed === 'y' || shiftKey ? 'redone' : 'undone';
}

/** What any other key means in the editor, outside of its text fields; undefined for what it does not use. */
export function meaningOf(key: Key, state: EditorState, isOnPicture: boolean): KeyMeaning | undefined {
  const { selected } = state;
  const pressed = key.key.toLowerCase();
  const arrow = isOnPicture ? arrowMeaning(key, state) : undefined;
  if (arrow ?? key.ctrlKey) {
    return arrow;
  }
  if (pressed === 'delete' || pressed === 'backspace') {
    return selected === undefined ? undefined : { type: 'delete', index: selected };
  }
  if (pressed === 'escape') {
    return escapeMeaning(state);
  }
  if (pressed === '[' || pressed === ']') {
    return act({ type: 'turned', quarters: pressed === '[' ? -1 : 1 });
  }
  const how = zooms[pressed];
  if (how) {
    return { type: 'zoom', how };
  }
  const tool = tools.find((candidate) => toolKeys[candidate] === pressed);
  return tool && act({ type: 'toolChosen', tool });
}

/** What Enter makes on the picture itself, where no mark has the focus. */
export function entered({ tool, style, edit }: EditorState): EditorAction | undefined {
  if (tool === 'crop') {
    return { type: 'toolChosen', tool: 'select' };
  }
  return drawsMarks(tool) ? { type: 'markAdded', mark: markInMiddle(tool, style, edit) } : undefined;
}

/** First what is selected is let go, then the tool, then the editor. */
function escapeMeaning({ selected, tool }: EditorState): KeyMeaning | undefined {
  if (selected !== undefined) {
    return act({ type: 'markSelected' });
  }
  return tool === 'select' ? undefined : act({ type: 'toolChosen', tool: 'select' });
}

function arrowMeaning(key: Key, { edit, tool, selected }: EditorState): KeyMeaning | undefined {
  if (tool === 'crop') {
    const whole = uncropped(edit);
    const region = regionAfterKey(key, edit.crop && cropRegion(edit), editedSize(whole));
    const crop = region && cropOf(region, edit);
    return region && act({ type: 'cropped', ...(crop && { crop }) });
  }
  const mark = selected === undefined ? undefined : edit.marks[selected];
  const changed = mark && afterKey(key, mark, edit);
  return changed && selected !== undefined ? act({ type: 'markChanged', index: selected, mark: changed }) : undefined;
}

function afterKey(key: Key, mark: Mark, edit: EditorState['edit']): Mark | undefined {
  const from = boxOf(mark, edit, layOutText);
  const to = regionAfterKey(key, from, editedSize(edit));
  return to && withBox(mark, { from, to, edit });
}

function act(action: EditorAction): KeyMeaning {
  return { type: 'act', action };
}
