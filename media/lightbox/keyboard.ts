import type { Point } from '../../src/shared/region';

export type ViewCommand =
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'pixels' }
  | { readonly type: 'whole' }
  /** Pixels of the screen. */
  | { readonly type: 'move'; readonly by: Point };

/** What one key press and one click on a button enlarge by. */
export const zoomStep = 1.25;

/** Pixels of the screen. */
const moveStep = 48;

const commands: Readonly<Record<string, ViewCommand>> = {
  '+': { type: 'zoom', factor: zoomStep },
  '=': { type: 'zoom', factor: zoomStep },
  '-': { type: 'zoom', factor: 1 / zoomStep },
  '0': { type: 'whole' },
  '1': { type: 'pixels' },
  ArrowLeft: { type: 'move', by: { x: moveStep, y: 0 } },
  ArrowRight: { type: 'move', by: { x: -moveStep, y: 0 } },
  ArrowUp: { type: 'move', by: { x: 0, y: moveStep } },
  ArrowDown: { type: 'move', by: { x: 0, y: -moveStep } },
};

/** What a key does to the view; undefined where it does nothing. */
export function commandOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): ViewCommand | undefined {
  return ctrlKey || metaKey || altKey ? undefined : commands[key];
}
