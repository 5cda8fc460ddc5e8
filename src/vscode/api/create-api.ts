import type { Configuration, IrisApi, ModelReference } from '../../api/iris';
import { toEndpointConfiguration, toParameter } from '../../features/public-api/configuration';
import { toRequestEvent } from '../../features/public-api/request-event';
import { toUsageReport } from '../../features/public-api/usage-report';
import {
  checkEmbedReference,
  checkListOptions,
  checkReason,
  checkReference,
} from '../../features/public-api/check-arguments';
import { checkedModel } from '../../model/check-input/checked-model';
import type { ModelEvent } from '../../model/model-events';
import type { MultimodalModel } from '../../model/multimodal-model';
import { effectiveParameters } from '../../shared/effective-parameters';
import type { UsageLedger } from '../../usage/usage-ledger';
import type { Event } from '../../util/emitter';
import type { EndpointSettings } from '../endpoints/endpoint-settings';
import type { Models } from '../models/models';
import { askAndClearUsage } from '../usage/clear-usage';
import { monthlyBudget } from '../usage/monthly-budget';
import { ModelDirectory } from './model-directory';

export interface ApiServices {
  readonly endpoints: EndpointSettings;
  readonly models: Models;
  readonly ledger: UsageLedger;
  readonly modelEvents: Event<ModelEvent>;
}

/** What other extensions get from `activate`; see src/api. Their arguments are checked, whatever their types. */
export function createApi(services: ApiServices): IrisApi {
  const { endpoints, models, ledger, modelEvents } = services;
  const directory = new ModelDirectory({ endpoints, models });
  const getModel = async (reference?: ModelReference): Promise<MultimodalModel> => {
    const checked = checkReference(reference);
    return checkedModel(await (checked ? directory.get(checked) : models.current()));
  };
  return {
    version: 2,
    getModel,
    onDidChangeModel: (listener) => models.onDidChange(() => listener()),
    listEndpoints: () => directory.endpoints(),
    listModels: async (options) => await directory.list(checkListOptions(options)),
    embed: async (inputs, options) => {
      const named = checkEmbedReference(options);
      const embedder = await getModel(named && { endpoint: models.view.endpoint, ...named });
      return await embedder.embed(inputs, options);
    },
    getUsage: async () => toUsageReport(await ledger.entries()),
    clearUsage: async (reason) => await askAndClearUsage(ledger, checkReason(reason)),
    getConfiguration: () => configurationOf(services),
    onRequestEvent: (listener) => modelEvents((event) => listener(toRequestEvent(event))),
  };
}

function configurationOf({ endpoints, models }: ApiServices): Configuration {
  const { choice, view } = models;
  const endpoint = choice.type === 'endpoint' ? endpoints.find(choice.endpoint) : undefined;
  const ofModel = choice.type === 'endpoint' ? endpoint?.models?.[choice.model]?.parameters : undefined;
  const budget = monthlyBudget();
  return {
    endpoints: endpoints.endpoints.map(toEndpointConfiguration),
    model: { endpoint: view.endpoint, model: view.model },
    parameters: effectiveParameters({ model: ofModel ?? {}, endpoint: endpoint?.parameters ?? {} }).map(toParameter),
    ...(budget !== undefined && { monthlyBudget: budget }),
  };
}
