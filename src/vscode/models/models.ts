import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import { probedFacts, probeModel, type ProbeOutcome } from '../../features/model-test/probe-model';
import { ModelFacts, type ModelPlace } from '../../model/capabilities/model-facts';
import { resolveCapabilities } from '../../model/capabilities/resolve';
import { isLocalEndpoint, type Endpoint } from '../../model/endpoint';
import { endpointTarget } from '../../model/endpoint-target';
import { environmentKey } from '../../model/environment-endpoint';
import type { ExchangeObserver } from '../../model/exchange-record';
import { isStale, type StoredList } from '../../model/listing/list-memory';
import { ModelError } from '../../model/model-error';
import type { ListedModel } from '../../model/model-listing';
import type { ModelTarget } from '../../model/model-target';
import type { MultimodalModel } from '../../model/multimodal-model';
import { createOfflineModel } from '../../model/offline/offline-model';
import type { RequestLog } from '../../model/request-log';
import type { MediaService } from '../../media-process/media-service';
import type { Adjustment } from '../../shared/adjustment';
import type { KnownCapabilities, ModelCapabilities } from '../../shared/capabilities';
import type { ModelView } from '../../shared/protocol';
import type { Meter } from '../../usage/meter';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';
import type { ApiKeys } from '../endpoints/api-keys';
import type { EndpointSettings } from '../endpoints/endpoint-settings';
import { capabilitiesOf } from '../language-models/capabilities';
import { languageModelEndpoint } from '../language-models/endpoint-label';
import { createLanguageModel } from '../language-models/language-model';
import type { LanguageModels } from '../language-models/language-models';
import { readSchemaFile } from '../workspace/read-schema-file';
import { choiceKey, type LanguageModelChoice, type ModelChoice } from './model-choice';
import { ModelShelf } from './model-shelf';

export type { ModelChoice } from './model-choice';

export interface ModelsOptions {
  readonly endpoints: EndpointSettings;
  readonly keys: ApiKeys;
  readonly languageModels: LanguageModels;
  readonly media: MediaService;
  readonly log: RequestLog;
  /** Counts what every model is asked. */
  readonly meter: Meter;
  /** Where the choice, pins and what was learned are kept; they name endpoints and models and hold no secret. */
  readonly memento: vscode.Memento;
  /** Absolute path of a folder for the last lists of models. */
  readonly listDirectory: string;
  readonly onExchange?: ExchangeObserver;
}

const storedChoice = 'iris.modelChoice';

/** Which model answers, what is known of it, and how it is made. */
export class Models implements Disposable {
  readonly shelf: ModelShelf;
  readonly #options: ModelsOptions;
  readonly #resources = new DisposableStore();
  readonly #changes = this.#resources.add(new Emitter<void>());
  readonly #offline: MultimodalModel;
  readonly #facts: ModelFacts;
  readonly #closing = new AbortController();
  /** Endpoints that were asked for their models without anybody waiting for it, by name and address. */
  readonly #asked = new Set<string>();

  constructor(options: ModelsOptions) {
    const { endpoints, languageModels, media, meter, memento, listDirectory } = options;
    this.#options = options;
    this.shelf = new ModelShelf(memento);
    this.#facts = this.#resources.add(new ModelFacts({ store: memento, listDirectory }));
    this.#offline = meter(createOfflineModel(media), { isLocal: true });
    for (const source of [endpoints, languageModels, this.#facts]) {
      this.#resources.add(source.onDidChange(() => this.#changes.fire()));
    }
  }

  /** Fired when another model answers from now on, and when more is known of one. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** The built-in engine. */
  get offline(): MultimodalModel {
    return this.#offline;
  }

  /** What other extensions provide to VS Code. */
  get languageModels(): LanguageModels {
    return this.#options.languageModels;
  }

  /** What the person chose; the first endpoint where that is gone, the built-in engine where there is none. */
  get choice(): ModelChoice {
    const { endpoints, memento } = this.#options;
    const chosen = memento.get<ModelChoice>(storedChoice);
    if (chosen && (chosen.type !== 'endpoint' || endpoints.find(chosen.endpoint))) {
      return chosen;
    }
    const [first] = endpoints.endpoints;
    return first ? { type: 'endpoint', endpoint: first.name, model: first.model } : { type: 'offline' };
  }

  get view(): ModelView {
    return this.viewOf(this.choice);
  }

  /** What attachments are planned for: the model that answers now. */
  get target(): ModelTarget {
    return this.targetOf(this.choice);
  }

  viewOf(choice: ModelChoice): ModelView {
    if (choice.type === 'offline') {
      return { ...label(this.#offline), label: t('Built-in reader'), offline: true, local: true };
    }
    if (choice.type === 'languageModel') {
      const { vendor, id, label: name } = choice;
      return { endpoint: languageModelEndpoint(vendor), model: id, label: name, offline: false, local: false };
    }
    const { endpoint, model } = choice;
    const { endpoints } = this.#options.endpoints;
    const baseUrl = this.#options.endpoints.find(endpoint)?.baseUrl;
    const isElsewhere = endpoints.some(
      (other) => other.name !== endpoint && this.#facts.has({ endpoint: other, model }),
    );
    return {
      endpoint,
      model,
      label: model,
      offline: false,
      local: baseUrl !== undefined && isLocalEndpoint(baseUrl),
      ...(isElsewhere && { isElsewhere }),
    };
  }

  /** What attachments are planned for where this model gets them. */
  targetOf(choice: ModelChoice): ModelTarget {
    const { capabilities } = this.known(choice);
    const place = this.#place(choice);
    if (place) {
      return endpointTarget(place.endpoint, place.model, capabilities);
    }
    const { endpoint, model, offline, local } = this.viewOf(choice);
    const isLanguageModel = choice.type === 'languageModel';
    return { endpoint, model, offline, capabilities, isLanguageModel, isLocal: local };
  }

  async select(choice: ModelChoice): Promise<void> {
    const { memento } = this.#options;
    // Also what answered before: the configured model was never chosen here.
    await this.shelf.addRecent(this.choice);
    await this.shelf.addRecent(choice);
    await memento.update(storedChoice, choice);
    this.#changes.fire();
  }

  /** What is known of a model, the one that answers now unless another is given; text and pictures are tried anyway. */
  known(choice: ModelChoice = this.choice): KnownCapabilities {
    if (choice.type === 'offline') {
      return resolveCapabilities({ server: this.#offline.metadata.capabilities });
    }
    if (choice.type === 'languageModel') {
      const chat = this.#listedLanguageModel(choice);
      return resolveCapabilities(chat ? { server: capabilitiesOf(chat) } : {});
    }
    const place = this.#place(choice);
    return place ? this.#facts.known(place) : resolveCapabilities({});
  }

  /** Date of the built-in table, once it was read. */
  get tableDate(): string | undefined {
    return this.#facts.tableDate;
  }

  /** What anybody tells of a model in a list of its endpoint; nothing is assumed. */
  told(endpoint: Endpoint, listed: ListedModel): ModelCapabilities {
    return this.#facts.told(endpoint, listed);
  }

  /** What the server refused from the model that answers now, and is left out since. */
  get adjustments(): readonly Adjustment[] {
    const place = this.#place(this.choice);
    return place ? this.#facts.adjustments(place) : [];
  }

  /** Forgets what refusals and tests showed of the model that answers now. */
  async forgetLearned(): Promise<void> {
    const place = this.#place(this.choice);
    if (place) {
      await this.#facts.forget(place);
    }
  }

  /**
   * Asks the model that answers now with a tiny picture and, unless it is known to be deaf, a tiny sound, and remembers
   * what that proves. Throws `ModelError` of kind `noModel` as `current` does, or the signal's reason.
   */
  async probe(signal: AbortSignal): Promise<ProbeOutcome> {
    const { choice } = this;
    const model = await this.current();
    const mayHear = this.known(choice).capabilities.input?.audio !== false;
    const outcome = await probeModel(model, { mayHear: mayHear && choice.type !== 'offline', signal });
    const place = this.#place(choice);
    if (place) {
      await this.#facts.addProbed(place, probedFacts(outcome));
    }
    return outcome;
  }

  /**
   * The model that answers now. Throws `ModelError` of kind `noModel` when its endpoint was removed meanwhile, and of kind
   * `modelNotFound` when VS Code has the language model no more.
   */
  async current(): Promise<MultimodalModel> {
    return await this.get(this.choice);
  }

  /** The model of a choice, made by whomever. Throws as `current` does. */
  async get(choice: ModelChoice): Promise<MultimodalModel> {
    if (choice.type === 'offline') {
      return this.#offline;
    }
    if (choice.type === 'languageModel') {
      return await this.#languageModel(choice);
    }
    const endpoint = this.#options.endpoints.find(choice.endpoint);
    if (!endpoint) {
      throw new ModelError('noModel', t('The endpoint "{0}" is not in your settings any more.', choice.endpoint));
    }
    this.#askQuietly(endpoint);
    return await this.create(endpoint, choice.model);
  }

  /** A model of an endpoint, which need not be saved yet; `key` stands in for the stored one. */
  async create(endpoint: Endpoint, model: string, key?: string): Promise<MultimodalModel> {
    const [{ createOpenAiModel }] = await Promise.all([
      import('../../model/openai/openai-model'),
      this.#facts.load(endpoint),
    ]);
    const { log, meter, onExchange } = this.#options;
    const place = { endpoint, model };
    const ofModel = endpoint.models?.[model]?.parameters;
    const made = createOpenAiModel({
      endpoint,
      model,
      apiKey: this.#keyOf(endpoint, key),
      log,
      parameters: {
        ...(endpoint.parameters && { endpoint: endpoint.parameters }),
        ...(ofModel && { model: ofModel }),
      },
      capabilities: this.#facts.known(place).capabilities,
      adjustments: this.#facts.adjustments(place),
      onAdjusted: (adjustment) => void this.#facts.addAdjustment(place, adjustment),
      ...(onExchange && { onExchange }),
      readSchemaFile: (path) => readSchemaFile(path),
    });
    return meter(this.#facts.learnFrom(made, place), {
      isLocal: isLocalEndpoint(endpoint.baseUrl),
      price: () => this.#facts.known(place).capabilities.price,
    });
  }

  /** The models that the endpoint's server lists, in its order; the list is kept. Throws `ModelError`. */
  async list(endpoint: Endpoint, signal: AbortSignal, key?: string): Promise<readonly ListedModel[]> {
    const { listModels } = await import('../../model/openai/openai-model');
    const { log, endpoints } = this.#options;
    const models = await listModels({ endpoint, apiKey: this.#keyOf(endpoint, key), signal, log });
    await this.#facts.keepList(endpoint, models, endpoints);
    return models;
  }

  /** The last list of the endpoint's server, of this session or an earlier one. */
  async lastList(endpoint: Endpoint): Promise<StoredList | undefined> {
    return await this.#facts.lastList(endpoint);
  }

  dispose(): void {
    this.#closing.abort(new Error('Iris is closing.'));
    this.#resources.dispose();
  }

  async #languageModel(choice: LanguageModelChoice): Promise<MultimodalModel> {
    const chat = await this.#options.languageModels.find(choice);
    if (!chat) {
      throw new ModelError('modelNotFound', t('VS Code has no language model named {0} any more.', choice.label));
    }
    return this.#options.meter(createLanguageModel(chat), { isLocal: false });
  }

  /** Asks VS Code for its models where they are not known; `onDidChange` is fired when they are. */
  #listedLanguageModel(choice: LanguageModelChoice): vscode.LanguageModelChat | undefined {
    const { languageModels } = this.#options;
    if (languageModels.isStale) {
      void languageModels.list();
    }
    const key = choiceKey(choice);
    return languageModels.listed.find(
      ({ vendor, id }) => choiceKey({ type: 'languageModel', vendor, id, label: '' }) === key,
    );
  }

  #place(choice: ModelChoice): ModelPlace | undefined {
    const endpoint = choice.type === 'endpoint' ? this.#options.endpoints.find(choice.endpoint) : undefined;
    return endpoint && choice.type === 'endpoint' ? { endpoint, model: choice.model } : undefined;
  }

  /** Once a session, where the last list is old: the answer tells what the model takes and costs. */
  #askQuietly(endpoint: Endpoint): void {
    const place = JSON.stringify([endpoint.name, endpoint.baseUrl]);
    if (this.#asked.has(place)) {
      return;
    }
    this.#asked.add(place);
    const ask = async (): Promise<void> => {
      const last = await this.lastList(endpoint);
      if (!last || isStale(last)) {
        await this.list(endpoint, this.#closing.signal);
      }
    };
    // The log has it; a server without a list works as well.
    ask().catch(() => undefined);
  }

  /** The environment's key is used where the person accepted its endpoint and stored no other; it is never copied. */
  #keyOf(endpoint: Endpoint, key: string | undefined): () => Promise<string | undefined> {
    return async () => key ?? (await this.#options.keys.get(endpoint)) ?? environmentKey(process.env, endpoint.baseUrl);
  }
}

function label({ metadata: { endpoint, model } }: MultimodalModel): Pick<ModelView, 'endpoint' | 'model'> {
  return { endpoint, model };
}
