import assert from 'node:assert/strict';
import { BatchedWriter, type WriteOutcome } from '../../../../src/features/answer-in-editor/batched-writer';

describe('the batched writer', () => {
  it('writes the first piece at once and joins what comes meanwhile', async () => {
    const { writer, writes } = newWriter();
    for (const piece of ['a', 'b', 'c', 'd']) {
      writer.push(piece);
    }
    await writer.idle();
    assert.deepEqual(writes, ['a', 'bcd']);
  });

  it('has one write under way at a time', async () => {
    const first = Promise.withResolvers<void>();
    const { writer, writes } = newWriter({ before: () => first.promise });
    writer.push('a');
    writer.push('b');
    assert.deepEqual(writes, ['a']);
    first.resolve();
    await writer.idle();
    assert.deepEqual(writes, ['a', 'b']);
  });

  it('writes what was refused again, with what came since, and in order', async () => {
    const { writer, writes, lost } = newWriter({ outcomes: ['written', 'refused', 'refused'] });
    writer.push('a');
    await writer.idle();
    writer.push('b');
    writer.push('c');
    await writer.idle();
    assert.deepEqual(writes, ['a', 'b', 'bc', 'bc']);
    assert.deepEqual(lost, []);
  });

  it('gives up when every try is refused', async () => {
    const { writer, writes, lost } = newWriter({ outcomes: Array.from({ length: 100 }, () => 'refused' as const) });
    writer.push('a');
    await writer.idle();
    assert.equal(writes.length, 20);
    assert.deepEqual(lost, ['refused']);
  });

  it('says once that its target is closed and writes nothing more', async () => {
    const { writer, writes, lost } = newWriter({ outcomes: ['closed'] });
    writer.push('a');
    await writer.idle();
    writer.push('b');
    await writer.idle();
    assert.deepEqual(writes, ['a']);
    assert.deepEqual(lost, ['closed']);
  });

  it('forgets what waits, also what is refused only then', async () => {
    const { writer, writes } = newWriter({ outcomes: ['refused'] });
    writer.push('a');
    writer.push('b');
    await writer.clear();
    writer.push('c');
    await writer.idle();
    assert.deepEqual(writes, ['a', 'c']);
  });
});

function newWriter({
  outcomes = [],
  before = () => Promise.resolve(),
}: { readonly outcomes?: readonly WriteOutcome[]; readonly before?: () => Promise<void> } = {}) {
  const left = [...outcomes];
  const writes: string[] = [];
  const lost: string[] = [];
  const writer = new BatchedWriter({
    write: async (text) => {
      writes.push(text);
      await before();
      return left.shift() ?? 'written';
    },
    pause: () => Promise.resolve(),
    onLost: (reason) => lost.push(reason),
  });
  return { writer, writes, lost };
}
