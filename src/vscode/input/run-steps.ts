import type { StepOutcome, StepPosition } from './step';

/** One question of a dialogue. */
export interface Step<S> {
  /** Unique in the dialogue. */
  readonly id: string;
  /** Whether there is something to ask, given what is known so far. */
  applies(state: S): boolean;
  /** Resolves with what is known after the answer. */
  ask(state: S, position: Omit<StepPosition, 'title'>): Promise<StepResult<S>>;
}

export type StepResult<S> =
  | StepOutcome<S>
  /** Back to an earlier step, with what it needs to be asked again. */
  | { readonly type: 'goTo'; readonly step: string; readonly state: S };

/**
 * Asks step by step, uncounted: how many there are may depend on each answer. Back returns to the last step that asked. Answers given after it stay in the state, so that the
 * person finds them again. Resolves with `undefined` when cancelled.
 */
export async function runSteps<S>(initial: S, steps: readonly Step<S>[]): Promise<S | undefined> {
  let asked: readonly Step<S>[] = [];
  let state = initial;
  for (let step = nextStep(steps, asked, state); step !== undefined; step = nextStep(steps, asked, state)) {
    const outcome = await step.ask(state, { canGoBack: asked.length > 0 });
    switch (outcome.type) {
      case 'accepted':
        asked = [...asked, step];
        state = outcome.value;
        break;
      case 'back':
        asked = asked.slice(0, -1);
        break;
      case 'goTo': {
        const target = steps.findIndex(({ id }) => id === outcome.step);
        asked = asked.filter((earlier) => steps.indexOf(earlier) < target);
        ({ state } = outcome);
        break;
      }
      case 'cancelled':
        return undefined;
    }
  }
  return state;
}

/** The first step after the last one that was answered. */
function nextStep<S>(steps: readonly Step<S>[], asked: readonly Step<S>[], state: S): Step<S> | undefined {
  const last = asked.at(-1);
  return steps.slice(last ? steps.indexOf(last) + 1 : 0).find((step) => step.applies(state));
}
