import assert from 'node:assert/strict';
import type { ModelChoice } from '../../../../src/vscode/models/model-choice';
import { ModelShelf } from '../../../../src/vscode/models/model-shelf';

const choice = (model: string): ModelChoice => ({ type: 'endpoint', endpoint: 'Work', model });
const chat: ModelChoice = { type: 'languageModel', vendor: 'copilot', id: 'gpt', label: 'GPT' };

describe('The shelf of models', () => {
  it('keeps what is pinned, in that order, for the next session', async () => {
    const memento = memoryMemento();
    const shelf = new ModelShelf(memento);
    await shelf.togglePin(choice('a'));
    await shelf.togglePin({ type: 'offline' });
    await shelf.togglePin(chat);
    await shelf.togglePin({ type: 'offline' });
    assert.deepEqual(new ModelShelf(memento).pinned, [choice('a'), chat]);
  });

  it('knows a language model by its vendor and identifier, whatever it is called now', async () => {
    const shelf = new ModelShelf(memoryMemento());
    await shelf.togglePin(chat);
    await shelf.togglePin({ ...chat, label: 'GPT, renamed' });
    assert.deepEqual(shelf.pinned, []);
  });

  it('keeps the last few models, the latest first, each once, and not the built-in engine', async () => {
    const shelf = new ModelShelf(memoryMemento());
    for (const model of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) {
      await shelf.addRecent(choice(model));
    }
    await shelf.addRecent({ type: 'offline' });
    assert.deepEqual(shelf.recent, ['c', 'f', 'e', 'd', 'b'].map(choice));
  });

  it('passes over what it did not store', async () => {
    const memento = memoryMemento();
    for (const odd of [7, 'a', { type: 'offline' }, [null, { type: 'endpoint', endpoint: 1, model: 'a' }, {}]]) {
      await memento.update('iris.pinnedModels', odd);
      await memento.update('iris.recentModels', odd);
      assert.deepEqual([new ModelShelf(memento).pinned, new ModelShelf(memento).recent], [[], []]);
    }
  });
});

function memoryMemento(): ConstructorParameters<typeof ModelShelf>[0] {
  const values = new Map<string, unknown>();
  function get<T>(key: string): T | undefined;
  function get<T>(key: string, otherwise: T): T;
  function get<T>(key: string, otherwise?: T): T | undefined {
    return (values.get(key) as T | undefined) ?? otherwise;
  }
  return {
    get,
    keys: () => [...values.keys()],
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}
