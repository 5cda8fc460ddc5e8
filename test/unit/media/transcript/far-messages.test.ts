import assert from 'node:assert/strict';
import { FarMessages } from '../../../../media/transcript/far-messages';

describe('the far messages of a long chat', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `m${index}`);
  const shared = (far: FarMessages): readonly string[] => ids.filter((id) => far.stretchOf(id) !== undefined);

  it('are none in a chat of usual length', () => {
    assert.deepEqual(shared(new FarMessages(ids.slice(0, 60), 59)), []);
    assert.deepEqual(shared(new FarMessages([], -1)), []);
  });

  it('are those on both sides of where the chat opens, in few stretches', () => {
    const far = new FarMessages(ids, 250);
    assert.equal(far.stretchOf('m250'), undefined);
    assert.equal(far.stretchOf('m200'), undefined);
    assert.notEqual(far.stretchOf('m0'), undefined);
    assert.notEqual(far.stretchOf('m499'), undefined);
    assert.ok(new Set(shared(far).map((id) => far.stretchOf(id))).size < 12);
  });

  it('get boxes of their own together with their neighbours, and once', () => {
    const far = new FarMessages(ids, 499);
    let opened = 0;
    const stop = far.watch(() => opened++);
    const neighbours = shared(far).filter((id) => far.stretchOf(id) === far.stretchOf('m120'));
    const others = shared(far).length - neighbours.length;
    far.open('m120');
    far.open('m120');
    far.open('m499');
    assert.deepEqual(
      neighbours.filter((id) => far.stretchOf(id) !== undefined),
      [],
    );
    assert.equal(shared(far).length, others);
    assert.equal(opened, 1);
    stop();
    far.open('m0');
    assert.equal(opened, 1);
  });
});
