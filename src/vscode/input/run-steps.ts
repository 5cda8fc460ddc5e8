import type { StepOutcome } from './step';

/**
 * One step: gets what is known so far and returns it with its own answer added. `undefined` in place of a promise
 * means that there is nothing to ask.
 */
export type Step<S> = (state: S, canGoBack: boolean) => Promise<StepOutcome<S>> | undefined;

/** Asks step by step; back returns to the last step that asked. Resolves with `undefined` when cancelled. */
export async function runSteps<S>(initial: S, steps: readonly Step<S>[]): Promise<S | undefined> {
  const asked: { readonly index: number; readonly state: S }[] = [];
  let state = initial;
  for (let index = 0; index < steps.length; ) {
    const outcome = await steps[index]?.(state, asked.length > 0);
    switch (outcome?.type) {
      case undefined:
        index += 1;
        break;
      case 'accepted':
        asked.push({ index, state });
        state = outcome.value;
        index += 1;
        break;
      case 'back': {
        const previous = asked.pop();
        if (previous === undefined) {
          return undefined;
        }
        ({ index, state } = previous);
        break;
      }
      case 'cancelled':
        return undefined;
    }
  }
  return state;
}
