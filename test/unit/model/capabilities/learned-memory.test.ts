import assert from 'node:assert/strict';
import { LearnedMemory } from '../../../../src/model/capabilities/learned-memory';
import { memoryStore } from './memory-store';

const place = { endpoint: { name: 'Work', baseUrl: 'https://api.example.com/v1' }, model: 'omni' };
const omitted = { type: 'omitted', parameter: 'temperature' } as const;
const renamed = { type: 'renamed', parameter: 'max_completion_tokens', to: 'max_tokens' } as const;

describe('What was learned of a model', () => {
  it('is there in the next session, each thing once', async () => {
    const store = memoryStore();
    const memory = new LearnedMemory(store);
    await memory.addAdjustment(place, omitted);
    await memory.addAdjustment(place, renamed);
    await memory.addAdjustment(place, omitted);
    await memory.addCapabilities(place, { input: { image: false } });
    await memory.addCapabilities(place, { contextTokens: 8192, input: { audio: false } });
    await memory.addProbed(place, { input: { text: true } });
    assert.deepEqual(new LearnedMemory(store).get(place), {
      adjustments: [renamed, omitted],
      capabilities: { input: { audio: false, image: false }, contextTokens: 8192 },
      probed: { input: { text: true } },
    });
  });

  it('is of each refused value of a parameter, until the parameter is refused as such', async () => {
    const store = memoryStore();
    const memory = new LearnedMemory(store);
    const [xhigh, none] = ['xhigh', 'none'].map(
      (value) => ({ type: 'omitted', parameter: 'reasoning_effort', value }) as const,
    );
    assert.ok(xhigh && none);
    for (const adjustment of [xhigh, none, xhigh]) {
      await memory.addAdjustment(place, adjustment);
    }
    assert.deepEqual(new LearnedMemory(store).get(place).adjustments, [none, xhigh]);
    const all = { type: 'omitted', parameter: 'reasoning_effort' } as const;
    await memory.addAdjustment(place, all);
    assert.deepEqual(memory.get(place).adjustments, [all]);
  });

  it('is of that model at that endpoint and origin only', async () => {
    const memory = new LearnedMemory(memoryStore());
    await memory.addAdjustment(place, omitted);
    const { endpoint } = place;
    for (const other of [
      { ...place, model: 'omni-mini' },
      { ...place, endpoint: { ...endpoint, name: 'Home' } },
      { ...place, endpoint: { ...endpoint, baseUrl: 'https://other.example.com/v1' } },
    ]) {
      assert.deepEqual(memory.get(other), { adjustments: [], capabilities: {}, probed: {} });
    }
    assert.equal(
      memory.get({ ...place, endpoint: { ...endpoint, baseUrl: 'https://api.example.com/v2' } }).adjustments.length,
      1,
    );
  });

  it('is told when it changes, and only then', async () => {
    const memory = new LearnedMemory(memoryStore());
    let changes = 0;
    memory.onDidChange(() => changes++);
    await memory.addCapabilities(place, { contextTokens: 8192 });
    await memory.addCapabilities(place, { contextTokens: 8192 });
    assert.equal(changes, 1);
    await memory.forget(place);
    await memory.forget(place);
    assert.equal(changes, 2);
  });

  it('can be forgotten', async () => {
    const store = memoryStore();
    const memory = new LearnedMemory(store);
    await memory.addAdjustment(place, omitted);
    await memory.forget(place);
    assert.deepEqual(memory.get(place).adjustments, []);
    assert.equal(store.values.size, 0);
  });

  it('is forgotten where the model took it after all', async () => {
    const memory = new LearnedMemory(memoryStore());
    await memory.addCapabilities(place, { input: { image: false, audio: false }, contextTokens: 8192 });
    await memory.addTaken(place, ['image', 'video']);
    assert.deepEqual(memory.get(place).capabilities, { input: { audio: false }, contextTokens: 8192 });
  });

  it('has an end: of too many models the one longest not learned about goes', async () => {
    const memory = new LearnedMemory(memoryStore());
    for (let model = 0; model <= 200; model++) {
      await memory.addAdjustment({ ...place, model: `model-${model}` }, omitted);
      await memory.addCapabilities({ ...place, model: 'model-0' }, { contextTokens: 1000 + model });
    }
    const isKnown = (model: string): boolean => memory.get({ ...place, model }).adjustments.length > 0;
    assert.deepEqual(['model-0', 'model-1', 'model-2', 'model-200'].map(isKnown), [true, false, true, true]);
  });

  it('is nothing where something else is stored', () => {
    const store = memoryStore();
    const key = JSON.stringify(['Work', 'https://api.example.com', 'omni']);
    for (const odd of [
      7,
      'x',
      [],
      { [key]: 3 },
      {
        [key]: {
          adjustments: [
            null,
            { type: 'omitted' },
            { type: 'other', parameter: 'x' },
            { type: 'omitted', parameter: 'x', value: 3 },
          ],
          capabilities: [],
        },
      },
    ]) {
      store.values.set('iris.learned', JSON.stringify(odd));
      assert.deepEqual(new LearnedMemory(store).get(place), { adjustments: [], capabilities: {}, probed: {} });
    }
  });
});
