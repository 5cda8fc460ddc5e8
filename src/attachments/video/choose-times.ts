/** A part of a recording, in seconds from its beginning. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Times in the middle of equal parts of the range. They are whole seconds where the parts are long and tenths where they
 * are shorter, so that what is written beside a frame is exactly its time.
 */
export function evenTimes({ start, end }: TimeRange, count: number): readonly number[] {
  const step = (end - start) / count;
  const unit = step >= 2 ? 1 : step >= 0.2 ? 0.1 : 0.01;
  const times = Array.from({ length: count }, (_, index) => {
    const time = Math.round((start + (index + 0.5) * step) / unit) * unit;
    return toHundredths(Math.min(Math.max(time, start), end));
  });
  return [...new Set(times)];
}

/** To the accuracy that times are written in. */
export function toHundredths(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

/** What a still picture differs by from itself, encoded and decoded again. */
const noise = 0.004;

/**
 * The first time, and those at which the picture has changed most.
 *
 * @param differences how much the frame at each time differs from the one before it
 * @returns at most `count` of the times, in their order; fewer where less happens
 */
export function sceneTimes(times: readonly number[], differences: readonly number[], count: number): readonly number[] {
  const changed = times
    .map((time, index) => ({ time, difference: index === 0 ? Number.POSITIVE_INFINITY : (differences[index] ?? 0) }))
    .filter(({ difference }) => difference > noise)
    .toSorted((a, b) => b.difference - a.difference);
  return changed
    .slice(0, count)
    .map(({ time }) => time)
    .toSorted((a, b) => a - b);
}
