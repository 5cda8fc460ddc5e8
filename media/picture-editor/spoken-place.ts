import { t } from '@vscode/l10n';
import { editedSize } from '../../src/shared/attachment/picture-edit';
import { cropRegion, uncropped } from './dragging';
import { layOutText } from './drawing/text-block';
import { reduceEditor, type EditorAction, type EditorState } from './editor-state';
import { boxOf } from './marks/mark-box';
import { toolName } from './names';

/** Where what an action draws, moves or resizes is after it, in words; undefined where it does none of that. */
export function placeAfter(state: EditorState, action: EditorAction): string | undefined {
  const next = reduceEditor(state, action);
  const isPlacing = action.type === 'markAdded' || action.type === 'markChanged' || action.type === 'cropped';
  if (!isPlacing || next === state) {
    return undefined;
  }
  const { edit } = next;
  const isCrop = action.type === 'cropped';
  const region = isCrop ? cropRegion(edit) : boxOf(action.mark, edit, layOutText);
  const { width, height } = editedSize(isCrop ? uncropped(edit) : edit);
  return t(
    '{0}: {1} % from the left, {2} % from the top, {3} × {4} pixels',
    toolName(isCrop ? 'crop' : action.mark.type),
    Math.round((region.left / width) * 100),
    Math.round((region.top / height) * 100),
    Math.round(region.width),
    Math.round(region.height),
  );
}
