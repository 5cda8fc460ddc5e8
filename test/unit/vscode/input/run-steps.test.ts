import assert from 'node:assert/strict';
import { runSteps, type Step } from '../../../../src/vscode/input/run-steps';
import type { StepOutcome } from '../../../../src/vscode/input/step';

type Answers = readonly string[];

describe('runSteps', () => {
  it('asks one step after the other and gives what was answered', async () => {
    const asked: string[] = [];
    const answers = await runSteps<Answers>([], [asks('a', asked), asks('b', asked)]);
    assert.deepEqual(answers, ['a', 'b']);
    assert.deepEqual(asked, ['a', 'b']);
  });

  it('offers to go back only where something was asked before', async () => {
    const offers: boolean[] = [];
    const step: Step<Answers> = (state, canGoBack) => {
      offers.push(canGoBack);
      return accepted(state);
    };
    const nothing: Step<Answers> = () => undefined;
    await runSteps<Answers>([], [nothing, step, nothing, step]);
    assert.deepEqual(offers, [false, true]);
  });

  it('goes back to the last step that asked, with what was known then', async () => {
    const asked: string[] = [];
    const outcomes: StepOutcome<Answers>[] = [{ type: 'back' }];
    const answers = await runSteps<Answers>(
      [],
      [
        asks('a', asked),
        () => undefined,
        (state) => {
          asked.push(`c after ${state.join()}`);
          const outcome = outcomes.shift();
          return outcome ? Promise.resolve(outcome) : accepted([...state, 'c']);
        },
      ],
    );
    assert.deepEqual(asked, ['a', 'c after a', 'a', 'c after a']);
    assert.deepEqual(answers, ['a', 'c']);
  });

  it('asks nothing more once it was cancelled', async () => {
    const asked: string[] = [];
    const cancel: Step<Answers> = () => Promise.resolve({ type: 'cancelled' });
    assert.equal(await runSteps<Answers>([], [cancel, asks('never', asked)]), undefined);
    assert.deepEqual(asked, []);
  });

  it('is cancelled by going back from the first step', async () => {
    assert.equal(await runSteps<Answers>([], [() => Promise.resolve({ type: 'back' })]), undefined);
  });
});

function asks(answer: string, asked: string[]): Step<Answers> {
  return (state) => {
    asked.push(answer);
    return accepted([...state, answer]);
  };
}

function accepted(value: Answers): Promise<StepOutcome<Answers>> {
  return Promise.resolve({ type: 'accepted', value });
}
