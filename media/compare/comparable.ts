import type { TrayItem } from '../../src/shared/attachment/tray-item';
import type { PanelState } from '../../src/shared/protocol';
import type { ComparedPair } from './comparisons';

/** A picture that can be compared with others. */
export interface ComparablePicture {
  readonly id: string;
  readonly name: string;
  /** It was sent before; otherwise it is in the tray. */
  readonly isEarlier?: boolean;
}

/** The pictures of the tray, in its order; of animations and documents of several pages the first frame is compared. */
export function comparable(tray: readonly TrayItem[]): readonly ComparablePicture[] {
  return tray.flatMap((item) =>
    'attachment' in item && item.attachment?.kind === 'image' ? [{ id: item.id, name: item.name }] : [],
  );
}

/** All pictures of the chat from its first question on, and then those of the tray. */
export function everyPicture({ conversation, draft }: PanelState): readonly ComparablePicture[] {
  const inTray = comparable(draft.tray);
  const sent = conversation.messages
    .flatMap((message) => (message.role === 'user' ? message.attachments : []))
    .flatMap(({ kind, id, name }) => (kind === 'image' ? [{ id, name, isEarlier: true }] : []));
  return [...sent, ...inTray];
}

/**
 * A picture beside the one that it is most likely compared with: the first other one of the tray, or else the one that was sent
 * next, or before it. The earlier one comes first. Undefined where there is no other one, or it is not among them.
 */
export function pairWith(pictures: readonly ComparablePicture[], id: string): ComparedPair | undefined {
  const index = pictures.findIndex((picture) => picture.id === id);
  const other =
    pictures.find((picture) => !picture.isEarlier && picture.id !== id) ?? pictures[index + 1] ?? pictures[index - 1];
  if (index < 0 || !other) {
    return undefined;
  }
  return pictures.indexOf(other) < index ? { first: other.id, second: id } : { first: id, second: other.id };
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
