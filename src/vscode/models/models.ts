import type * as vscode from 'vscode';
import { isLocalEndpoint, type Endpoint } from '../../model/endpoint';
import { environmentKey } from '../../model/environment-endpoint';
import { ModelError } from '../../model/model-error';
import type { MultimodalModel } from '../../model/multimodal-model';
import { createOfflineModel } from '../../model/offline/offline-model';
import type { RequestLog } from '../../model/request-log';
import type { MediaService } from '../../media-process/media-service';
import type { ModelView } from '../../shared/protocol';
import type { Meter } from '../../usage/meter';
import type { Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';
import type { ApiKeys } from '../endpoints/api-keys';
import type { EndpointSettings } from '../endpoints/endpoint-settings';

/** A model of an endpoint, or the built-in engine. */
export type ModelChoice =
  { readonly type: 'offline' } | { readonly type: 'endpoint'; readonly endpoint: string; readonly model: string };

export interface ModelsOptions {
  readonly endpoints: EndpointSettings;
  readonly keys: ApiKeys;
  readonly media: MediaService;
  readonly log: RequestLog;
  /** Counts what every model is asked. */
  readonly meter: Meter;
  /** Where the choice is kept; it names an endpoint and a model and holds no secret. */
  readonly memento: vscode.Memento;
}

const choiceKey = 'iris.modelChoice';

/** Which model answers, and how it is made. */
export class Models implements Disposable {
  readonly #options: ModelsOptions;
  readonly #changes = new Emitter<void>();
  readonly #offline: MultimodalModel;
  readonly #subscription: Disposable;

  constructor(options: ModelsOptions) {
    this.#options = options;
    this.#offline = options.meter(createOfflineModel(options.media), { isLocal: true });
    this.#subscription = options.endpoints.onDidChange(() => this.#changes.fire());
  }

  /** Fired when another model answers from now on. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  /** What the person chose; the first endpoint where that is gone, the built-in engine where there is none. */
  get choice(): ModelChoice {
    const { endpoints, memento } = this.#options;
    const chosen = memento.get<ModelChoice>(choiceKey);
    if (chosen?.type === 'offline' || (chosen && endpoints.find(chosen.endpoint))) {
      return chosen;
    }
    const [first] = endpoints.endpoints;
    return first ? { type: 'endpoint', endpoint: first.name, model: first.model } : { type: 'offline' };
  }

  get view(): ModelView {
    const { choice } = this;
    if (choice.type === 'offline') {
      return { ...this.#offline.metadata, label: 'Built-in reader', local: true };
    }
    const { endpoint, model } = choice;
    const baseUrl = this.#options.endpoints.find(endpoint)?.baseUrl;
    return { endpoint, model, label: model, offline: false, local: baseUrl !== undefined && isLocalEndpoint(baseUrl) };
  }

  async select(choice: ModelChoice): Promise<void> {
    await this.#options.memento.update(choiceKey, choice);
    this.#changes.fire();
  }

  /** The model that answers now. Throws `ModelError` of kind `noModel` when its endpoint was removed meanwhile. */
  async current(): Promise<MultimodalModel> {
    const { choice } = this;
    if (choice.type === 'offline') {
      return this.#offline;
    }
    const endpoint = this.#options.endpoints.find(choice.endpoint);
    if (!endpoint) {
      throw new ModelError('noModel', `The endpoint "${choice.endpoint}" is not in your settings any more.`);
    }
    return await this.create(endpoint, choice.model);
  }

  /** A model of an endpoint, which need not be saved yet; `key` stands in for the stored one. */
  async create(endpoint: Endpoint, model: string, key?: string): Promise<MultimodalModel> {
    const { createOpenAiModel } = await import('../../model/openai/openai-model');
    const { log, meter } = this.#options;
    const openAiModel = createOpenAiModel({ endpoint, model, apiKey: this.#keyOf(endpoint, key), log });
    return meter(openAiModel, { isLocal: isLocalEndpoint(endpoint.baseUrl) });
  }

  /** Identifiers of the models that the endpoint's server lists, in its order. Throws `ModelError`. */
  async list(endpoint: Endpoint, signal: AbortSignal, key?: string): Promise<readonly string[]> {
    const { listModels } = await import('../../model/openai/openai-model');
    return await listModels({ endpoint, apiKey: this.#keyOf(endpoint, key), signal, log: this.#options.log });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }

  /** The environment's key is used where the person accepted its endpoint and stored no other; it is never copied. */
  #keyOf(endpoint: Endpoint, key: string | undefined): () => Promise<string | undefined> {
    return async () => key ?? (await this.#options.keys.get(endpoint)) ?? environmentKey(process.env, endpoint.baseUrl);
  }
}
