/** Mean squared error of a channel that nobody sees: 42 dB. */
const MAX_MEAN_SQUARED_ERROR = 4;
/** Levels by which a channel may be off before the pixel counts as wrong. */
const WRONG_BY = 12;
const MAX_WRONG_SHARE = 0.002;

/** Whether two pictures of the same size and channels look the same, pixel by pixel, also where lines are thin. */
export function visuallyEqual(first: Uint8Array, second: Uint8Array): boolean {
  if (first.length !== second.length) {
    return false;
  }
  let squaredError = 0;
  let wrong = 0;
  for (let index = 0; index < first.length; index += 1) {
    const difference = Math.abs((first[index] ?? 0) - (second[index] ?? 0));
    squaredError += difference * difference;
    wrong += difference > WRONG_BY ? 1 : 0;
  }
  return squaredError / first.length <= MAX_MEAN_SQUARED_ERROR && wrong / first.length <= MAX_WRONG_SHARE;
}
