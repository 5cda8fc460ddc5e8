import type { Adjustment } from '../../shared/adjustment';
import type { KnownCapabilities, ModelCapabilities } from '../../shared/capabilities';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';
import { addAdjustment } from '../add-adjustment';
import type { Endpoint } from '../endpoint';
import { adjustmentsAt } from '../listing/adjustments-at';
import { ListMemory, type StoredList } from '../listing/list-memory';
import type { ListedModel } from '../model-listing';
import type { MultimodalModel } from '../multimodal-model';
import { learnedFacts } from './learned-facts';
import { LearnedMemory, type MemoryStore } from './learned-memory';
import { learningModel } from './learning-model';
import { resolveCapabilities, type CapabilityLayers } from './resolve';

/** A model of an endpoint, as somebody may ask for it. */
export interface ModelPlace {
  readonly endpoint: Endpoint;
  readonly model: string;
}

export interface ModelFactsOptions {
  /** Where what was learned is kept. */
  readonly store: MemoryStore;
  /** Absolute path of a folder for the last lists of models. */
  readonly listDirectory: string;
}

type LookUp = (place: { readonly baseUrl: string; readonly model: string }) => ModelCapabilities | undefined;

/**
 * All that is known of the models of endpoints: what the person says, what was learned, what servers list, what the
 * table tells. Nothing is read before it is asked for; `load` waits for it.
 */
export class ModelFacts implements Disposable {
  readonly #resources = new DisposableStore();
  readonly #changes = this.#resources.add(new Emitter<void>());
  readonly #learned: LearnedMemory;
  readonly #lists: ListMemory;
  #lookUp: LookUp | undefined;
  #tableDate: string | undefined;
  #tableLoading: Promise<void> | undefined;

  constructor({ store, listDirectory }: ModelFactsOptions) {
    this.#learned = this.#resources.add(new LearnedMemory(store));
    this.#lists = this.#resources.add(new ListMemory(listDirectory));
    this.#resources.add(this.#learned.onDidChange(() => this.#changes.fire()));
    this.#resources.add(this.#lists.onDidChange(() => this.#changes.fire()));
  }

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** When the table's newest source was published, as `2026-11-10`; undefined until the table was read. */
  get tableDate(): string | undefined {
    return this.#tableDate;
  }

  /** With what is in memory; what is not comes there in the background and fires `onDidChange`. */
  known(place: ModelPlace): KnownCapabilities {
    void this.load(place.endpoint);
    return resolveCapabilities(this.#layers(place, this.#listed(place)));
  }

  /** Whether the endpoint is known to have the model: from settings, or from its last list, which comes as that of `known` does. */
  has(place: ModelPlace): boolean {
    const { endpoint, model } = place;
    void this.#lists.load(endpoint);
    return endpoint.model === model || endpoint.models?.[model] !== undefined || this.#listed(place) !== undefined;
  }

  /** What anybody tells of a model in a list; nothing is assumed. */
  told(endpoint: Endpoint, listed: ListedModel): ModelCapabilities {
    return resolveCapabilities({ ...this.#layers({ endpoint, model: listed.id }, listed), assumed: {} }).capabilities;
  }

  /** What the server refuses from a model, or would pass over; what was learned wins over what its kind is known for. */
  adjustments(place: ModelPlace): readonly Adjustment[] {
    const listed = this.#listed(place);
    // A model that no list has told of yet is asked as its address wants.
    const known = listed ? (listed.adjustments ?? []) : adjustmentsAt(place.endpoint.baseUrl);
    return this.#learned.get(place).adjustments.reduce(addAdjustment, known);
  }

  /** Forgets what refusals and tests showed of a model. */
  async forget(place: ModelPlace): Promise<void> {
    await this.#learned.forget(place);
  }

  async addAdjustment(place: ModelPlace, adjustment: Adjustment): Promise<void> {
    await this.#learned.addAdjustment(place, adjustment);
  }

  /** Remembers what a test question proved. */
  async addProbed(place: ModelPlace, facts: ModelCapabilities): Promise<void> {
    await this.#learned.addProbed(place, facts);
  }

  /** The same model; what its answers and refusals show is remembered. */
  learnFrom(model: MultimodalModel, place: ModelPlace): MultimodalModel {
    return learningModel(model, {
      onError: (error) => {
        const facts = learnedFacts(error);
        if (facts) {
          void this.#learned.addCapabilities(place, facts);
        }
      },
      onTaken: (media) => void this.#learned.addTaken(place, media),
    });
  }

  /** The last list of the endpoint's server, of this session or an earlier one. */
  async lastList(endpoint: Endpoint): Promise<StoredList | undefined> {
    return await this.#lists.load(endpoint);
  }

  /** Keeps a new list; those of endpoints that are gone are removed. */
  async keepList(
    endpoint: Endpoint,
    models: readonly ListedModel[],
    { endpoints }: { readonly endpoints: readonly Endpoint[] },
  ): Promise<void> {
    await this.#lists.keep(endpoint, models);
    await this.#lists.keepOnly([endpoint, ...endpoints]);
  }

  /** Reads the table and the endpoint's last list. */
  async load(endpoint: Endpoint): Promise<void> {
    this.#tableLoading ??= this.#loadTable();
    await Promise.all([this.#tableLoading, this.#lists.load(endpoint)]);
  }

  dispose(): void {
    this.#resources.dispose();
  }

  async #loadTable(): Promise<void> {
    ({ lookUpCapabilities: this.#lookUp, tableDate: this.#tableDate } = await import('./table'));
    this.#changes.fire();
  }

  #listed({ endpoint, model }: ModelPlace): ListedModel | undefined {
    return this.#lists.get(endpoint)?.models.find(({ id }) => id === model);
  }

  #layers(place: ModelPlace, listed: ListedModel | undefined): CapabilityLayers {
    const { endpoint, model } = place;
    const { capabilities, probed } = this.#learned.get(place);
    const user = endpoint.models?.[model]?.capabilities;
    const table = this.#lookUp?.({ baseUrl: endpoint.baseUrl, model });
    return {
      ...(user && { user }),
      learned: capabilities,
      ...(listed && { server: listed.capabilities }),
      ...(table && { table }),
      probe: probed,
    };
  }
}
