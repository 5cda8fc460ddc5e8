import type { TrayItem } from '../../src/shared/attachment/tray-item';
import type { ComparedPair } from './comparisons';

/** A picture that can be compared with others. */
export interface ComparablePicture {
  readonly id: string;
  readonly name: string;
}

/** The pictures of the tray, in its order; of animations and documents of several pages the first frame is compared. */
export function comparable(tray: readonly TrayItem[]): readonly ComparablePicture[] {
  return tray.flatMap((item) =>
    'attachment' in item && item.attachment?.kind === 'image' ? [{ id: item.id, name: item.name }] : [],
  );
}

export function isAmong(pictures: readonly ComparablePicture[], { first, second }: ComparedPair): boolean {
  return [first, second].every((wanted) => pictures.some(({ id }) => id === wanted));
}

/** Another picture on one side; where it was on the other one, the two change places. */
export function withPicture(pair: ComparedPair, side: 'first' | 'second', id: string): ComparedPair {
  const otherSide = side === 'first' ? 'second' : 'first';
  const swapped = pair[otherSide] === id ? pair[side] : pair[otherSide];
  return side === 'first' ? { first: id, second: swapped } : { first: swapped, second: id };
}
