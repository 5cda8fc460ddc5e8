import { parseMediaTime } from '../../src/shared/media-time';
import type { NamedPlace, PlaceTarget } from './place-links';
import { targetNamed } from './target-named';

/** "0:42", "1:02:03" and "0:12.4", but neither a part of anything longer, such as an address, nor a time of the day. */
const times =
  /(?<![\p{L}\d:.,/-])(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:\.\d{1,3})?(?![\p{L}\d:/]|[.,]\d|\s?(?:[ap]\.?m\b|o.clock|UTC|GMT))/giu;

/** Moments that a text names and that are within a recording. */
export function findTimes(text: string, targets: readonly PlaceTarget[], before: string): readonly NamedPlace[] {
  const recordings = targets.filter((target) => target.type === 'times');
  if (recordings.length === 0) {
    return [];
  }
  return Array.from(text.matchAll(times)).flatMap(({ 0: named, index: start }): readonly NamedPlace[] => {
    const end = start + named.length;
    const seconds = parseMediaTime(named);
    const recording = targetNamed(recordings, { before: before + text.slice(0, start), after: text.slice(end) });
    // A recording of 5.7 seconds ends at "0:06" for many.
    const isWithin = recording && seconds !== undefined && seconds <= Math.ceil(recording.seconds);
    return isWithin ? [{ start, end, id: recording.id, place: { seconds } }] : [];
  });
}
