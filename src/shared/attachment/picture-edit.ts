import type { Point, Region, Size } from '../region';

/** Degrees clockwise. */
export const rotations = [0, 90, 180, 270] as const;
export type Rotation = (typeof rotations)[number];

export const markColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'black', 'white'] as const;
export type MarkColor = (typeof markColors)[number];

/** Something drawn on a picture, burnt into its pixels when it is saved. */
export type Mark =
  | {
      readonly type: 'arrow';
      readonly from: Point;
      /** Where its head is. */
      readonly to: Point;
      readonly color: MarkColor;
      /** Pixels across the line. */
      readonly thickness: number;
    }
  | { readonly type: 'box'; readonly area: Region; readonly color: MarkColor; readonly thickness: number }
  | { readonly type: 'pen'; readonly points: readonly Point[]; readonly color: MarkColor; readonly thickness: number }
  | {
      readonly type: 'text';
      /** The middle of it. Text and numbers stay upright, however the picture is turned. */
      readonly at: Point;
      /** May have several lines. */
      readonly text: string;
      readonly color: MarkColor;
      /** Pixels from line to line. */
      readonly size: number;
    }
  | {
      readonly type: 'number';
      /** The middle of the disc that it stands on. */
      readonly at: Point;
      readonly number: number;
      readonly color: MarkColor;
      /** Pixels across the disc. */
      readonly size: number;
    }
  | { readonly type: 'highlight'; readonly area: Region; readonly color: MarkColor }
  | { readonly type: 'blur'; readonly area: Region }
  | { readonly type: 'redaction'; readonly area: Region };

export type MarkType = Mark['type'];

/** What the person made of a picture. All coordinates are whole pixels of `base`, before it is cropped and turned. */
export interface PictureEdit {
  /** Pixels of the upright picture, of its first frame or page; a drawing (SVG) has as many as it is drawn with. */
  readonly base: Size;
  readonly rotation: Rotation;
  /** The whole picture when absent. */
  readonly crop?: Region;
  /** Later ones lie over earlier ones of their kind; see `drawEdit` for the order of kinds. */
  readonly marks: readonly Mark[];
}

export function emptyEdit(base: Size): PictureEdit {
  return { base: { width: base.width, height: base.height }, rotation: 0, marks: [] };
}

/** Whether the edited picture looks like the base. */
export function isEmptyEdit({ rotation, crop, marks }: PictureEdit): boolean {
  return rotation === 0 && !crop && marks.length === 0;
}

/** What is left of the base, which is turned afterwards. */
export function keptRegion({ base, crop }: Pick<PictureEdit, 'base' | 'crop'>): Region {
  return crop ?? { left: 0, top: 0, width: base.width, height: base.height };
}

/** Pixels of the edited picture. */
export function editedSize(edit: PictureEdit): Size {
  const { width, height } = keptRegion(edit);
  return edit.rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Where a point of the base is in the edited picture; outside of it where it was cropped away. */
export function toEdited({ x, y }: Point, edit: PictureEdit): Point {
  const kept = keptRegion(edit);
  const inside = { x: x - kept.left, y: y - kept.top };
  switch (edit.rotation) {
    case 0:
      return inside;
    case 90:
      return { x: kept.height - inside.y, y: inside.x };
    case 180:
      return { x: kept.width - inside.x, y: kept.height - inside.y };
    case 270:
      return { x: inside.y, y: kept.width - inside.x };
  }
}

/** Where a point of the edited picture is in the base. */
export function toBase({ x, y }: Point, edit: PictureEdit): Point {
  const kept = keptRegion(edit);
  const inside = ((): Point => {
    switch (edit.rotation) {
      case 0:
        return { x, y };
      case 90:
        return { x: y, y: kept.height - x };
      case 180:
        return { x: kept.width - x, y: kept.height - y };
      case 270:
        return { x: kept.width - y, y: x };
    }
  })();
  return { x: inside.x + kept.left, y: inside.y + kept.top };
}

export function areaToEdited(area: Region, edit: PictureEdit): Region {
  return between(toEdited(leftTop(area), edit), toEdited(rightBottom(area), edit));
}

export function areaToBase(area: Region, edit: PictureEdit): Region {
  return between(toBase(leftTop(area), edit), toBase(rightBottom(area), edit));
}

/** The whole pixels that an area covers, be it in part, as far as they lie in a picture; undefined where none do. */
export function coveredPixels({ left, top, width, height }: Region, picture: Size): Region | undefined {
  const first = { x: Math.max(0, Math.floor(left)), y: Math.max(0, Math.floor(top)) };
  const end = {
    x: Math.min(picture.width, Math.ceil(left + width)),
    y: Math.min(picture.height, Math.ceil(top + height)),
  };
  return end.x > first.x && end.y > first.y ? between(first, end) : undefined;
}

function leftTop({ left, top }: Region): Point {
  return { x: left, y: top };
}

function rightBottom({ left, top, width, height }: Region): Point {
  return { x: left + width, y: top + height };
}

function between(first: Point, second: Point): Region {
  const left = Math.min(first.x, second.x);
  const top = Math.min(first.y, second.y);
  return { left, top, width: Math.abs(second.x - first.x), height: Math.abs(second.y - first.y) };
}
