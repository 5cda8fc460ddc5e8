import type { EndpointInformation, ListModelsOptions, ModelInformation, ModelReference } from '../../api/iris';
import { isLocalEndpoint } from '../../model/endpoint';
import { ModelError } from '../../model/model-error';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { EndpointSettings } from '../endpoints/endpoint-settings';
import { languageModelEndpoint } from '../language-models/endpoint-label';
import type { ModelChoice } from '../models/model-choice';
import type { Models } from '../models/models';

/** A place where models come from. */
interface Place {
  readonly information: EndpointInformation;
  list(signal: AbortSignal): Promise<readonly Found[]>;
  /** The model with this identifier, or the one that answers where none is named. */
  choose(model: string | undefined): Promise<ModelChoice | undefined>;
}

interface Found {
  readonly id: string;
  readonly name?: string;
  readonly choice: ModelChoice;
}

/** All models by the names that other extensions use. */
export class ModelDirectory {
  readonly #endpoints: EndpointSettings;
  readonly #models: Models;

  constructor({ endpoints, models }: { readonly endpoints: EndpointSettings; readonly models: Models }) {
    this.#endpoints = endpoints;
    this.#models = models;
  }

  async endpoints(): Promise<readonly EndpointInformation[]> {
    return (await this.#places()).map(({ information }) => information);
  }

  /** Throws `ModelError`, for one endpoint also what its server says. */
  async list({
    endpoint,
    signal = new AbortController().signal,
  }: ListModelsOptions): Promise<readonly ModelInformation[]> {
    const places = endpoint === undefined ? await this.#places() : [await this.#place(endpoint)];
    const lists = places.map(async (place) => {
      const { name } = place.information;
      const found = await place.list(signal);
      return found.map((model) => ({
        endpoint: name,
        id: model.id,
        ...(model.name !== undefined && { name: model.name }),
        ...structuredClone(this.#models.known(model.choice)),
      }));
    });
    if (endpoint !== undefined) {
      return (await Promise.all(lists)).flat();
    }
    const settled = await Promise.allSettled(lists);
    signal.throwIfAborted();
    return settled.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
  }

  /** Throws `ModelError` of kind `noModel` or `modelNotFound`. */
  async get({ endpoint, model }: ModelReference): Promise<MultimodalModel> {
    const choice = await (await this.#place(endpoint)).choose(model);
    if (!choice) {
      throw new ModelError('modelNotFound', `"${endpoint}" has no model named "${model ?? ''}".`);
    }
    return await this.#models.get(choice);
  }

  async #place(name: string): Promise<Place> {
    const isNamed = ({ information }: Place): boolean => information.name === name;
    // Asking VS Code for its models starts the extensions that provide them.
    const place = [...this.#servers(), this.#builtIn()].find(isNamed) ?? (await this.#languageModels()).find(isNamed);
    if (!place) {
      throw new ModelError('noModel', `There is no endpoint named "${name}".`);
    }
    return place;
  }

  async #places(): Promise<readonly Place[]> {
    return [...this.#servers(), ...(await this.#languageModels()), this.#builtIn()];
  }

  #servers(): readonly Place[] {
    return this.#endpoints.endpoints.map((endpoint) => {
      const { name, baseUrl } = endpoint;
      const choiceOf = (model: string): ModelChoice => ({ type: 'endpoint', endpoint: name, model });
      return {
        information: { name, kind: 'server', local: isLocalEndpoint(baseUrl) },
        list: async (signal) =>
          (await this.#models.list(endpoint, signal)).map((listed) => ({ ...listed, choice: choiceOf(listed.id) })),
        choose: (model) => Promise.resolve(choiceOf(model ?? endpoint.model)),
      };
    });
  }

  async #languageModels(): Promise<readonly Place[]> {
    const chats = await this.#models.languageModels.list();
    return [...Map.groupBy(chats, ({ vendor }) => vendor)].map(([vendor, ofVendor]) => {
      const found = ofVendor.map(({ id, name }): Found => {
        return { id, name, choice: { type: 'languageModel', vendor, id, label: name || id } };
      });
      return {
        information: { name: languageModelEndpoint(vendor), kind: 'languageModels', local: false },
        list: () => Promise.resolve(found),
        choose: (model) => Promise.resolve(found.find(({ id }) => model === undefined || id === model)?.choice),
      };
    });
  }

  #builtIn(): Place {
    const choice: ModelChoice = { type: 'offline' };
    const { endpoint, model } = this.#models.offline.metadata;
    return {
      information: { name: endpoint, kind: 'builtIn', local: true },
      list: () => Promise.resolve([{ id: model, name: 'Built-in reader', choice }]),
      choose: (wanted) => Promise.resolve(wanted === undefined || wanted === model ? choice : undefined),
    };
  }
}
