/** Frames that can be looked through as a list; of more, these stand for all. */
const MAX_LISTED = 60;

/** Indexes of the frames to choose from: all, or some evenly from the first to the last with those that are chosen. */
export function listedFrames(count: number, chosen: readonly number[]): readonly number[] {
  const listed = Math.min(count, MAX_LISTED);
  const evenly = Array.from({ length: listed }, (_, position) =>
    listed === 1 ? 0 : Math.round((position * (count - 1)) / (listed - 1)),
  );
  return [...new Set([...evenly, ...chosen])].sort((a, b) => a - b);
}
