import type { Place } from '../../src/shared/attachment/attachment';
import { findPages } from './find-pages';
import { findTimes } from './find-times';

/** An attachment of which an answer can name places. */
export type PlaceTarget =
  | { readonly type: 'pages'; readonly id: string; readonly name: string; readonly pageCount: number }
  /** A sound or a video, with its length. */
  | { readonly type: 'times'; readonly id: string; readonly name: string; readonly seconds: number };

/** Where in a text a place is named, and which one. */
export interface NamedPlace {
  /** In UTF-16 units of the text; `end` is behind its last one. */
  readonly start: number;
  readonly end: number;
  /** Of the attachment. */
  readonly id: string;
  readonly place: Place;
}

/**
 * Finds the places of attachments that a text names, in their order.
 *
 * @param before what stands before the text in the same paragraph: it may name the attachment
 */
export function findPlaces(text: string, targets: readonly PlaceTarget[], before = ''): readonly NamedPlace[] {
  return [...findPages(text, targets, before), ...findTimes(text, targets, before)].sort((a, b) => a.start - b.start);
}
