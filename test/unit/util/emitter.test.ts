import assert from 'node:assert/strict';
import { Emitter } from '../../../src/util/emitter';

describe('an emitter', () => {
  it('tells every listener in the order in which they came, until they leave', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const first = emitter.event((value) => heard.push(`first ${value}`));
    emitter.event((value) => heard.push(`second ${value}`));
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, ['first 1', 'second 1', 'second 2']);
  });

  it('counts a function that is added twice as two listeners', () => {
    const emitter = new Emitter<void>();
    let count = 0;
    const listener = (): void => void count++;
    const first = emitter.event(listener);
    emitter.event(listener);
    first.dispose();
    first.dispose();
    emitter.fire();
    assert.equal(count, 1);
  });

  it('tells a listener that is added meanwhile only of the next event', () => {
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    const subscription = emitter.event(() => {
      subscription.dispose();
      emitter.event((value) => heard.push(value));
    });
    emitter.fire(1);
    emitter.fire(2);
    assert.deepEqual(heard, [2]);
  });

  it('tells nobody after it was disposed', () => {
    const emitter = new Emitter<void>();
    emitter.event(() => assert.fail());
    emitter.dispose();
    emitter.fire();
  });
});
