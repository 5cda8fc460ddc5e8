import type { Point, Size } from '../../src/shared/region';

/** Where a picture is in its frame. */
export interface View {
  /** Pixels of the screen for one of the picture. */
  readonly scale: number;
  /** Pixels of the screen from the frame's left upper corner to the picture's. */
  readonly x: number;
  readonly y: number;
}

/** The picture and the frame that it is seen through, in their own pixels. */
export interface Scene {
  readonly picture: Size;
  readonly frame: Size;
}

const largestScale = 32;

/** All of the picture in the middle of the frame; a small one is not enlarged. */
export function wholeView(scene: Scene): View {
  return placed({ scale: smallestScale(scene), x: 0, y: 0 }, scene);
}

/** Another scale, with the same place of the picture under a point of the frame. */
export function zoomed(view: View, { scale, at }: { scale: number; at: Point }, scene: Scene): View {
  const next = clamp(scale, smallestScale(scene), largestScale);
  const ratio = next / view.scale;
  return placed({ scale: next, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio }, scene);
}

/** Moved by so many pixels of the screen, as far as there is more to see. */
export function moved(view: View, by: Point, scene: Scene): View {
  return placed({ ...view, x: view.x + by.x, y: view.y + by.y }, scene);
}

/** The place of the picture, in its pixels, that is under a point of the frame. */
export function toPicture(view: View, at: Point): Point {
  return { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale };
}

export function middleOfFrame({ frame }: Scene): Point {
  return { x: frame.width / 2, y: frame.height / 2 };
}

function smallestScale({ picture, frame }: Scene): number {
  return Math.min(1, frame.width / picture.width, frame.height / picture.height);
}

/** What fits stays in the middle; of what does not, no empty space is shown beside it. */
function placed({ scale, x, y }: View, { picture, frame }: Scene): View {
  return {
    scale,
    x: placedOn(x, frame.width, picture.width * scale),
    y: placedOn(y, frame.height, picture.height * scale),
  };
}

function placedOn(start: number, frame: number, length: number): number {
  return length <= frame ? (frame - length) / 2 : clamp(start, frame - length, 0);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
