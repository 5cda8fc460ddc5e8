/** Work that stops at many places, for whoever does it to go on at once or later. */
export type Steps<T> = Generator<void, T>;

/** Does all that is left without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** The first index for which something holds that holds for all later ones too; `length` when there is none. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let first = 0;
  for (let end = length; first < end;) {
    const middle = (first + end) >> 1;
    if (holds(middle)) {
      end = middle;
    } else {
      first = middle + 1;
    }
  }
  return first;
}
