import {
  areaToBase,
  editedSize,
  toBase,
  type Mark,
  type MarkColor,
  type MarkType,
  type PictureEdit,
} from '../../../src/shared/attachment/picture-edit';
import type { Point } from '../../../src/shared/region';
import { MAX_PEN_POINTS } from '../../../src/shared/limits';
import { regionBetween } from '../../region/geometry';
import { whole } from './mark-box';

export const weights = ['fine', 'medium', 'bold'] as const;
export type Weight = (typeof weights)[number];

export interface Style {
  readonly color: MarkColor;
  readonly weight: Weight;
}

/** Shares of the picture's longer side: what is drawn on a large screenshot is seen on the small picture of it too. */
const thicknessShare: Readonly<Record<Weight, number>> = { fine: 1 / 500, medium: 1 / 250, bold: 1 / 125 };
const sizeShare: Readonly<Record<Weight, number>> = { fine: 1 / 40, medium: 1 / 25, bold: 1 / 15 };

/** Pixels across a line, in a picture of this size. */
function thicknessOf(weight: Weight, edit: PictureEdit): number {
  return Math.max(2, Math.round(longSide(edit) * thicknessShare[weight]));
}

/** Pixels from line to line, and across a number. */
function textSizeOf(weight: Weight, edit: PictureEdit): number {
  return Math.max(12, Math.round(longSide(edit) * sizeShare[weight]));
}

/** Keeps what was chosen for a mark apart from what it is. */
export function restyled(mark: Mark, { color, weight }: Partial<Style>, edit: PictureEdit): Mark {
  const colored = color && 'color' in mark ? { ...mark, color } : mark;
  if (weight === undefined) {
    return colored;
  }
  if ('thickness' in colored) {
    return { ...colored, thickness: thicknessOf(weight, edit) };
  }
  return 'size' in colored ? { ...colored, size: textSizeOf(weight, edit) } : colored;
}

/** What is drawn between two places of the edited picture; `path` are those between them. */
export function newMark(
  type: MarkType,
  { path, style, edit }: { readonly path: readonly Point[]; readonly style: Style; readonly edit: PictureEdit },
): Mark {
  const first = path[0] ?? { x: 0, y: 0 };
  const last = path.at(-1) ?? first;
  const { color, weight } = style;
  const base = (point: Point): Point => whole(toBase(point, edit));
  const area = areaToBase(regionBetween(first, last, editedSize(edit)), edit);
  const thickness = thicknessOf(weight, edit);
  const size = textSizeOf(weight, edit);
  switch (type) {
    case 'arrow':
      return { type, from: base(first), to: base(last), color, thickness };
    case 'box':
      return { type, area, color, thickness };
    case 'pen':
      return { type, points: path.slice(0, MAX_PEN_POINTS).map(base), color, thickness };
    case 'text':
      return { type, at: base(last), text: '', color, size };
    case 'number':
      return { type, at: base(last), number: nextNumber(edit), color, size: Math.round(size * 1.2) };
    case 'highlight':
      return { type, area, color };
    case 'blur':
      return { type, area };
    case 'redaction':
      return { type, area };
  }
}

/** A click that did not become a drag draws nothing, but for what has its own size. */
export function isWorthKeeping(mark: Mark, leastPixels: number): boolean {
  switch (mark.type) {
    case 'arrow':
      return Math.hypot(mark.to.x - mark.from.x, mark.to.y - mark.from.y) >= leastPixels;
    case 'box':
    case 'highlight':
    case 'blur':
    case 'redaction':
      return Math.max(mark.area.width, mark.area.height) >= leastPixels;
    case 'pen':
    case 'text':
    case 'number':
      return true;
  }
}

function nextNumber({ marks }: PictureEdit): number {
  return 1 + Math.max(0, ...marks.flatMap((mark) => (mark.type === 'number' ? [mark.number] : [])));
}

function longSide(edit: PictureEdit): number {
  const { width, height } = editedSize(edit);
  return Math.max(width, height);
}
