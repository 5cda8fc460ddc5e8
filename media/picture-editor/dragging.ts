import {
  areaToBase,
  areaToEdited,
  editedSize,
  keptRegion,
  toBase,
  type Mark,
  type MarkType,
  type PictureEdit,
} from '../../src/shared/attachment/picture-edit';
import type { Point, Region } from '../../src/shared/region';
import { regionWhileDragging, type Grip } from '../region/pointer';
import { boxOf, whole, withBox, type MeasureText } from './marks/mark-box';
import { newMark, type Style } from './marks/new-mark';

/** What a drag changes. Places are in pixels of the picture that is shown. */
export type Drag =
  | { readonly type: 'draw'; readonly tool: MarkType; readonly style: Style; readonly path: readonly Point[] }
  | { readonly type: 'change'; readonly index: number; readonly mark: Mark; readonly grip: Grip; readonly from: Point }
  | { readonly type: 'end'; readonly index: number; readonly mark: Mark; readonly end: 'from' | 'to' }
  | { readonly type: 'crop'; readonly grip: Grip; readonly from: Point; readonly region: Region };

/** What is shown while the crop is chosen: all of the picture. */
export function uncropped(edit: PictureEdit): PictureEdit {
  const { crop: _crop, ...whole } = edit;
  return whole;
}

/** The crop in the picture that is shown while it is chosen. */
export function cropRegion(edit: PictureEdit): Region {
  return areaToEdited(keptRegion(edit), uncropped(edit));
}

/** The crop that a region of that picture makes; undefined where it is all of it. */
export function cropOf(region: Region, edit: PictureEdit): Region | undefined {
  const { width, height } = edit.base;
  const crop = areaToBase(region, uncropped(edit));
  return crop.width === width && crop.height === height ? undefined : crop;
}

/** The mark while the pointer is at a place; undefined for the crop. */
export function draggedMark(
  drag: Exclude<Drag, { readonly type: 'crop' }>,
  { to, edit, measure }: { readonly to: Point; readonly edit: PictureEdit; readonly measure: MeasureText },
): Mark {
  switch (drag.type) {
    case 'draw':
      return newMark(drag.tool, { path: [...drag.path, to], style: drag.style, edit });
    case 'change': {
      const from = boxOf(drag.mark, edit, measure);
      const region = regionWhileDragging(
        { grip: drag.grip, from: drag.from, region: from, picture: editedSize(edit) },
        to,
      );
      return withBox(drag.mark, { from, to: region, edit });
    }
    case 'end':
      return drag.mark.type === 'arrow' ? { ...drag.mark, [drag.end]: whole(toBase(to, edit)) } : drag.mark;
  }
}

/** What a tool makes without a pointer: in the middle of the picture that is shown. */
export function markInMiddle(tool: MarkType, style: Style, edit: PictureEdit): Mark {
  const { width, height } = editedSize(edit);
  const first = { x: width * 0.35, y: height * 0.4 };
  const last = { x: width * 0.65, y: height * 0.6 };
  const isPoint = tool === 'text' || tool === 'number';
  return newMark(tool, { path: isPoint ? [{ x: width / 2, y: height / 2 }] : [first, last], style, edit });
}
