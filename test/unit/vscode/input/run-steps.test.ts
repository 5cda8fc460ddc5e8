import assert from 'node:assert/strict';
import { runSteps, type Step, type StepResult } from '../../../../src/vscode/input/run-steps';

type Answers = Readonly<Record<string, string>>;
type Reply = (state: Answers) => StepResult<Answers>;

describe('runSteps', () => {
  it('asks one step after the other and gives what was answered', async () => {
    const log: string[] = [];
    assert.deepEqual(await runSteps({}, [step('a', log), step('b', log)]), { a: '1', b: '1' });
    assert.deepEqual(log, ['a', 'b, back']);
  });

  it('leaves out what there is no need to ask', async () => {
    const log: string[] = [];
    const skipped: Step<Answers> = { ...step('skipped', log), applies: () => false };
    const onlyAfterA: Step<Answers> = { ...step('b', log), applies: (state) => state['a'] !== undefined };
    assert.deepEqual(await runSteps({}, [skipped, step('a', log), skipped, onlyAfterA]), { a: '1', b: '1' });
    assert.deepEqual(log, ['a', 'b, back']);
  });

  it('goes back to the last step that asked, and still knows what was answered since', async () => {
    const log: string[] = [];
    const skipped: Step<Answers> = { ...step('skipped', log), applies: () => false };
    const answers = await runSteps({ b: 'kept' }, [
      step('a', log),
      skipped,
      step('c', log, [() => ({ type: 'back' })]),
    ]);
    assert.deepEqual(answers, { a: '2', b: 'kept', c: '2' });
    assert.deepEqual(log, ['a', 'c, back', 'a', 'c, back']);
  });

  it('goes to an earlier step that is named, with what that step needs to know', async () => {
    const log: string[] = [];
    const toFirst: Reply = () => ({ type: 'goTo', step: 'a', state: { problem: 'a' } });
    const answers = await runSteps({}, [step('a', log), step('b', log), step('c', log, [toFirst])]);
    assert.deepEqual(answers, { problem: 'a', a: '2', b: '2', c: '2' });
    assert.deepEqual(log, ['a', 'b, back', 'c, back', 'a', 'b, back', 'c, back']);
  });

  it('goes back from a step that was gone to directly to the one before it', async () => {
    const log: string[] = [];
    const toSecond: Reply = (state) => ({ type: 'goTo', step: 'b', state });
    const back: Reply = () => ({ type: 'back' });
    const accept: Reply = (state) => ({ type: 'accepted', value: state });
    await runSteps({}, [step('a', log), step('b', log, [accept, back]), step('c', log, [toSecond])]);
    assert.deepEqual(
      log.map((entry) => entry.slice(0, 1)),
      ['a', 'b', 'c', 'b', 'a', 'b', 'c'],
    );
  });

  it('asks nothing more once it was cancelled', async () => {
    const log: string[] = [];
    const cancel: Reply = () => ({ type: 'cancelled' });
    assert.equal(await runSteps({}, [step('a', log, [cancel]), step('b', log)]), undefined);
    assert.deepEqual(log, ['a']);
  });
});

/** A step that replies as told, then answers with how often it was asked, and logs whether there was a way back. */
function step(id: string, log: string[], replies: readonly Reply[] = []): Step<Answers> {
  let count = 0;
  return {
    id,
    applies: () => true,
    ask: (state, { canGoBack }) => {
      count += 1;
      log.push(`${id}${canGoBack ? ', back' : ''}`);
      const value = { ...state, [id]: String(count) };
      return Promise.resolve(replies[count - 1]?.(value) ?? { type: 'accepted', value });
    },
  };
}
