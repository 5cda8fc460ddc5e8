import assert from 'node:assert/strict';
import { orAborted, untilAborted } from '../../../src/conversation/until-aborted';

describe('iterating until an abort', () => {
  it('gives everything when there is none', async () => {
    const source = counting();
    const got: number[] = [];
    for await (const value of untilAborted(source.values(3), new AbortController().signal)) {
      got.push(value);
    }
    assert.deepEqual(got, [0, 1, 2]);
  });

  it('throws the reason at once although the source is silent', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const iterating = (async () => {
      for await (const value of untilAborted(counting().thenSilence(), controller.signal)) {
        assert.equal(value, 0);
      }
    })();
    setImmediate(() => controller.abort(reason));
    await assert.rejects(iterating, reason);
  });

  it('returns the source when the loop is left', async () => {
    const source = counting();
    for await (const _ of untilAborted(source.values(3), new AbortController().signal)) {
      break;
    }
    await new Promise(setImmediate);
    assert(source.isReturned());
  });

  it('asks a source for nothing that was aborted before', async () => {
    await assert.rejects(orAborted(new Promise(() => undefined), AbortSignal.abort()), { name: 'AbortError' });
  });

  it('does not leave a late rejection unhandled', async () => {
    const controller = new AbortController();
    let fail = (_error: Error): void => undefined;
    const late = new Promise<never>((_, reject) => (fail = reject));
    const waiting = orAborted(late, controller.signal);
    controller.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    fail(new Error('late'));
    await new Promise(setImmediate);
  });
});

function counting() {
  let returned = false;
  return {
    isReturned: () => returned,
    async *values(count: number) {
      try {
        for (let value = 0; value < count; value++) {
          yield await Promise.resolve(value);
        }
      } finally {
        returned = true;
      }
    },
    async *thenSilence() {
      yield 0;
      await new Promise(() => undefined);
    },
  };
}
