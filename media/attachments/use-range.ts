import { useFollowing } from '../controls/use-following';
import type { OptionChanges } from './option-changes';

/** A part of a recording, in seconds from its beginning. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** The part of a recording that is sent, also while it is being moved; all of it where nothing was chosen. */
export function useRange(
  options: Partial<TimeRange>,
  seconds: number,
): readonly [range: TimeRange, move: (range: TimeRange) => void] {
  const { start, end } = options;
  return useFollowing({ start: start ?? 0, end: end ?? seconds }, [start, end]);
}

/** The options that this part is sent with. */
export function rangeOptions({ start, end }: TimeRange, seconds: number): OptionChanges<Partial<TimeRange>> {
  return { start: start > 0 ? start : undefined, end: end < seconds ? end : undefined };
}
