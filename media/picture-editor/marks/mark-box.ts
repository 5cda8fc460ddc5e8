import {
  areaToBase,
  areaToEdited,
  toBase,
  toEdited,
  type Mark,
  type PictureEdit,
} from '../../../src/shared/attachment/picture-edit';
import type { Point, Region, Size } from '../../../src/shared/region';

/** Pixels that a text takes. */
export type MeasureText = (text: string, size: number) => Size;

/** Pixels from line to line of the smallest text, and across the smallest number. */
const smallestSize = 8;

/** Where a mark is in the edited picture. */
export function boxOf(mark: Mark, edit: PictureEdit, measure: MeasureText): Region {
  switch (mark.type) {
    case 'arrow':
      return around([mark.from, mark.to].map((point) => toEdited(point, edit)));
    case 'pen':
      return around(mark.points.map((point) => toEdited(point, edit)));
    case 'text':
      return centred(toEdited(mark.at, edit), measure(mark.text, mark.size));
    case 'number':
      return centred(toEdited(mark.at, edit), { width: mark.size, height: mark.size });
    case 'box':
    case 'highlight':
    case 'blur':
    case 'redaction':
      return areaToEdited(mark.area, edit);
  }
}

/** The mark moved, and made larger or smaller, so that it takes another box of the edited picture. */
export function withBox(
  mark: Mark,
  { from, to, edit }: { readonly from: Region; readonly to: Region; readonly edit: PictureEdit },
): Mark {
  const place = (point: Point): Point => whole(toBase(mapped(toEdited(point, edit), from, to), edit));
  switch (mark.type) {
    case 'arrow':
      return { ...mark, from: place(mark.from), to: place(mark.to) };
    case 'pen':
      return { ...mark, points: mark.points.map(place) };
    case 'text':
    case 'number': {
      const factor = Math.max(to.width / from.width, to.height / from.height);
      const isMoved = to.width === from.width && to.height === from.height;
      const size = isMoved ? mark.size : Math.max(smallestSize, Math.round(mark.size * factor));
      return { ...mark, size, at: whole(toBase(middleOf(to), edit)) };
    }
    case 'box':
    case 'highlight':
    case 'blur':
    case 'redaction':
      return { ...mark, area: areaToBase(to, edit) };
  }
}

export function middleOf({ left, top, width, height }: Region): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

export function whole({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function mapped({ x, y }: Point, from: Region, to: Region): Point {
  return {
    x: to.left + (x - from.left) * (to.width / from.width),
    y: to.top + (y - from.top) * (to.height / from.height),
  };
}

/** At least one pixel each way, so that it can be scaled. */
function around(points: readonly Point[]): Region {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = xs.reduce((least, x) => Math.min(least, x), Infinity);
  const top = ys.reduce((least, y) => Math.min(least, y), Infinity);
  return {
    left,
    top,
    width: Math.max(1, xs.reduce((most, x) => Math.max(most, x), -Infinity) - left),
    height: Math.max(1, ys.reduce((most, y) => Math.max(most, y), -Infinity) - top),
  };
}

function centred({ x, y }: Point, { width, height }: Size): Region {
  return { left: Math.round(x - width / 2), top: Math.round(y - height / 2), width, height };
}
