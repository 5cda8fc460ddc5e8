import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Point, Size } from '../../src/shared/region';
import { middleOfFrame, moved, wholeView, zoomed } from './view';
import type { Scene, View } from './view';

export interface ViewControl {
  readonly view: View;
  readonly scene: Scene;
  /** Whether all of the picture is shown, also when the frame changes its size. */
  readonly isWhole: boolean;
  /** Whether there is more of it than is seen. */
  readonly canMove: boolean;
  showWhole(): void;
  /** @param at the point of the frame that stays where it is; the middle when absent */
  zoomTo(scale: number, at?: Point): void;
  moveBy(by: Point): void;
}

const noFrame: Size = { width: 1, height: 1 };

/** Zoom and place of a picture in an element that it is seen through. */
export function useView(picture: Size, frameElement: RefObject<HTMLElement | null>): ViewControl {
  const [frame, setFrame] = useState(noFrame);
  const [chosen, setChosen] = useState<View>();
  useLayoutEffect(() => {
    const element = frameElement.current;
    if (!element) {
      return;
    }
    const measure = (): void => setFrame({ width: element.clientWidth || 1, height: element.clientHeight || 1 });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frameElement]);
  const scene = { picture, frame };
  const view = chosen ? moved(chosen, { x: 0, y: 0 }, scene) : wholeView(scene);
  return {
    view,
    scene,
    isWhole: chosen === undefined,
    canMove:
      chosen !== undefined && (picture.width * view.scale > frame.width || picture.height * view.scale > frame.height),
    showWhole: () => setChosen(undefined),
    zoomTo(scale, at = middleOfFrame(scene)) {
      const next = zoomed(view, { scale, at }, scene);
      setChosen(next.scale === wholeView(scene).scale ? undefined : next);
    },
    moveBy: (by) => setChosen(chosen && moved(view, by, scene)),
  };
}
