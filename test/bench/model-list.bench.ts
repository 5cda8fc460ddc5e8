import { modelItems, type ModelItem } from '../../src/features/model-list/model-items';
import { modelRows } from '../../src/features/model-list/model-rows';
import type { ListedModel } from '../../src/model/model-listing';
import { parseModelList } from '../../src/model/listing/parse-model-list';
import { manyModels } from '../servers/many-models';
import type { Benchmark, Row } from './benchmark';

const count = 1_200;
const typed = 'halcyon/thinker-1199';
const rounds = 15;

export const benchmark: Benchmark = {
  title:
    `what a picker of ${count.toLocaleString('en-US')} models costs the extension host, as OpenRouter lists them: from ` +
    `its opening through ${typed.length} typed keys. Iris sets the lines once and lets VS Code search in them; ` +
    `a plain quick pick with a line for the typed name sets all of them at each key. Median of ${rounds}.`,
  // eslint-disable-next-line @typescript-eslint/require-await
  async *run(): AsyncGenerator<Row> {
    const text = JSON.stringify(manyModels(count));
    const models = readList(text);
    const [read, once, setAgain, madeAgain] = measure([
      () => ({ bytes: 0, items: readList(text) }),
      () => {
        const items = toItems(models);
        return { bytes: handOver(items), items };
      },
      () => {
        const items = toItems(models);
        return { bytes: handOver(items) + forEachKey((typedItem) => handOver([...items, typedItem])), items };
      },
      () => {
        const items = toItems(models);
        return { bytes: handOver(items) + forEachKey((typedItem) => handOver([...toItems(models), typedItem])), items };
      },
    ]);
    const ratio = ({ ms }: { readonly ms: number }): number => ms / setAgain.ms;
    yield { step: 'the answer is read, once an hour', ...read, ratio: ratio(read) };
    yield { step: 'Iris: lines set once', ...once, ratio: ratio(once) };
    yield { step: 'plain: lines set at each key', ...setAgain, ratio: ratio(setAgain) };
    yield { step: 'plain: lines made and set at each key', ...madeAgain, ratio: ratio(madeAgain) };
  },
};

function readList(text: string): readonly ListedModel[] {
  return parseModelList(JSON.parse(text) as unknown) ?? [];
}

function forEachKey(send: (typedItem: ModelItem<string>) => number): number {
  return Array.from(typed, (_, index) => {
    const label = `Use "${typed.slice(0, index + 1)}"`;
    return send({ label, row: { type: 'heading', label } });
  }).reduce((sum, bytes) => sum + bytes, 0);
}

function toItems(models: readonly ListedModel[]): readonly ModelItem<string>[] {
  const entries = models.map((model) => ({ ...model, key: model.id, place: 'OpenRouter', value: model.id }));
  return modelItems(
    modelRows({ sections: [{ label: 'OpenRouter', entries }], current: undefined, pinned: [], recent: [] }),
  );
}

/** The extension host sends lines to the window as JSON. */
function handOver(items: readonly ModelItem<string>[]): number {
  return JSON.stringify(items.map(({ label, description, detail }) => ({ label, description, detail }))).length;
}

type Work = () => { readonly bytes: number; readonly items: readonly unknown[] };
type Measured = { readonly ms: number; readonly 'sent KB': number };

/** All in turn in each round, so that a busy moment of the machine hits none alone. */
function measure(works: readonly [Work, Work, Work, Work]): [Measured, Measured, Measured, Measured] {
  const times = works.map((): number[] => []);
  const sent = works.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      const { bytes, items } = work();
      times[index]?.push(performance.now() - started);
      sent[index] = bytes;
      if (items.length < count) {
        throw new Error('Models are missing.');
      }
    }
  }
  const measured = (index: number): Measured => ({
    ms: times[index]?.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? NaN,
    'sent KB': (sent[index] ?? 0) / 1024,
  });
  return [measured(0), measured(1), measured(2), measured(3)];
}
