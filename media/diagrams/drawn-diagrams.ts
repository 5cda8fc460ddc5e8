import type { LoadedPicture } from '../lightbox/viewed-picture';

const drawn = new WeakMap<Element, LoadedPicture>();

/** The picture that an element shows of its diagram. */
export function drawnDiagram(element: Element): LoadedPicture | undefined {
  return drawn.get(element);
}

export function setDrawnDiagram(element: Element, picture: LoadedPicture): void {
  drawn.set(element, picture);
}
