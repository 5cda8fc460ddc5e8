import { isDeepStrictEqual } from 'node:util';
import type { Adjustment } from '../../shared/adjustment';
import type { ModelCapabilities } from '../../shared/capabilities';
import { Emitter, type Event } from '../../util/emitter';
import { addAdjustment } from '../add-adjustment';
import { endpointOrigin, type Endpoint } from '../endpoint';
import { mergeCapabilities } from './merge-capabilities';
import { parseLearned } from './parse-learned';

/** What was found out about a model at an endpoint by asking it. */
export interface Learned {
  /** What its server refuses and is left out since. */
  readonly adjustments: readonly Adjustment[];
  /** From refusals. */
  readonly capabilities: ModelCapabilities;
  /** From test questions. */
  readonly probed: ModelCapabilities;
}

/** Where it is kept between sessions, as `vscode.Memento` does. */
export interface MemoryStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const storageKey = 'iris.learned';
/** Models that are remembered; the one that was longest not learned about is forgotten first. */
const mostModels = 200;
const nothing: Learned = { adjustments: [], capabilities: {}, probed: {} };

/** A model at an endpoint; the same name at another origin is another model. */
export interface LearnedPlace {
  readonly endpoint: Pick<Endpoint, 'name' | 'baseUrl'>;
  readonly model: string;
}

/** Remembers per endpoint and model what servers refused and what test questions showed. It never forbids a request. */
export class LearnedMemory {
  readonly #store: MemoryStore;
  readonly #changes = new Emitter<void>();
  #parsed: { readonly from: unknown; readonly all: ReadonlyMap<string, Learned> } | undefined;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  get(place: LearnedPlace): Learned {
    return this.#all().get(keyOf(place)) ?? nothing;
  }

  async addAdjustment(place: LearnedPlace, adjustment: Adjustment): Promise<void> {
    await this.#change(place, ({ adjustments, ...others }) => ({
      ...others,
      adjustments: addAdjustment(adjustments, adjustment),
    }));
  }

  async addCapabilities(place: LearnedPlace, facts: ModelCapabilities): Promise<void> {
    await this.#change(place, ({ capabilities, ...others }) => ({
      ...others,
      capabilities: mergeCapabilities(facts, capabilities),
    }));
  }

  /** A kind of input was taken after all: that it is refused is forgotten. */
  async addTaken(place: LearnedPlace, taken: readonly ('image' | 'audio' | 'video' | 'pdf')[]): Promise<void> {
    const { input } = this.get(place).capabilities;
    if (!input || !taken.some((modality) => input[modality] === false)) {
      return;
    }
    await this.#change(place, ({ capabilities: { input: _, ...facts }, ...others }) => ({
      ...others,
      capabilities: {
        ...facts,
        input: Object.fromEntries(
          Object.entries(input).filter(([name]) => !taken.some((modality) => modality === name)),
        ),
      },
    }));
  }

  async addProbed(place: LearnedPlace, facts: ModelCapabilities): Promise<void> {
    await this.#change(place, ({ probed, ...others }) => ({ ...others, probed: mergeCapabilities(facts, probed) }));
  }

  async forget(place: LearnedPlace): Promise<void> {
    const all = new Map(this.#all());
    if (all.delete(keyOf(place))) {
      await this.#save(all);
    }
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #change(place: LearnedPlace, change: (learned: Learned) => Learned): Promise<void> {
    const all = new Map(this.#all());
    const key = keyOf(place);
    const before = all.get(key);
    const after = change(before ?? nothing);
    if (isDeepStrictEqual(before, after)) {
      return;
    }
    // At the end again: the order tells what to forget.
    all.delete(key);
    all.set(key, after);
    await this.#save(new Map([...all].slice(-mostModels)));
  }

  /** Another window may have learned something: what is stored is looked at each time, and read when it is another. */
  #all(): ReadonlyMap<string, Learned> {
    const from = this.#store.get(storageKey);
    if (!this.#parsed || this.#parsed.from !== from) {
      this.#parsed = { from, all: parseLearned(from) };
    }
    return this.#parsed.all;
  }

  async #save(all: ReadonlyMap<string, Learned>): Promise<void> {
    await this.#store.update(storageKey, all.size === 0 ? undefined : Object.fromEntries(all));
    this.#changes.fire();
  }
}

function keyOf({ endpoint, model }: LearnedPlace): string {
  return JSON.stringify([endpoint.name, endpointOrigin(endpoint.baseUrl), model]);
}
