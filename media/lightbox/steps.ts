import type { ComparablePicture } from '../compare/comparable';
import type { ViewedPicture } from './viewed-picture';

/** Pictures that can be looked at one after the other. */
export interface Steps {
  readonly pictures: readonly ComparablePicture[];
  /** Of the one that is shown. */
  readonly index: number;
}

export type Step = -1 | 1;

/** Pictures that were sent and those of the tray are looked at apart. Undefined where there is no other one. */
export function stepsFrom(all: readonly ComparablePicture[], viewed: ViewedPicture): Steps | undefined {
  const isWhole = viewed.from === 'attachment' && viewed.part === undefined;
  const shown = isWhole ? all.find(({ id }) => id === viewed.id) : undefined;
  const pictures = all.filter(({ isEarlier }) => isEarlier === shown?.isEarlier);
  return shown && pictures.length > 1 ? { pictures, index: pictures.indexOf(shown) } : undefined;
}

/** Arrows are for this where they move nothing. */
export function stepOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Step | undefined {
  if (ctrlKey || metaKey || altKey) {
    return undefined;
  }
  switch (key) {
    case 'PageUp':
    case 'ArrowLeft':
      return -1;
    case 'PageDown':
    case 'ArrowRight':
      return 1;
    default:
      return undefined;
  }
}
