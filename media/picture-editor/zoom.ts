import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from '../../src/shared/region';

export interface Zoom {
  /** Pixels of the page for one of the picture. */
  readonly scale: number;
  readonly by: (steps: 1 | -1) => void;
  readonly fit: () => void;
  readonly actual: () => void;
}

const step = 1.25;
const largest = 8;
/** A small picture is enlarged so far that something can be drawn on it. */
const largestFit = 4;
/** Pixels around the picture, for handles that stick out. */
const margin = 12;

/** How large a picture is shown: so that all of it can be seen, until the person zooms. */
export function useZoom(picture: Size, stage: RefObject<HTMLElement | null>): Zoom {
  const [room, setRoom] = useState<Size>();
  const [chosen, setChosen] = useState<number>();
  useLayoutEffect(() => {
    const { current } = stage;
    if (!current) {
      return;
    }
    const observer = new ResizeObserver(() => setRoom({ width: current.clientWidth, height: current.clientHeight }));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const fitting = room
    ? Math.min(
        largestFit,
        Math.max(1, room.width - 2 * margin) / picture.width,
        Math.max(1, room.height - 2 * margin) / picture.height,
      )
    : Math.min(1, 240 / Math.max(picture.width, picture.height));
  const scale = chosen ?? fitting;
  return {
    scale,
    by: (steps) => setChosen(Math.min(largest, Math.max(Math.min(fitting, 1), scale * step ** steps))),
    fit: () => setChosen(undefined),
    actual: () => setChosen(1),
  };
}
