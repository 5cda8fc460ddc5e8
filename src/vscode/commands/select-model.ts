import * as vscode from 'vscode';
import { chatModelsFirst } from '../../features/add-endpoint/chat-models-first';
import { modelRows, type Listing, type ModelRow } from '../../features/model-list/model-rows';
import { failureReason } from '../../features/model-test/failure-reason';
import type { Endpoint } from '../../model/endpoint';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { modelItems, typedItems, type ModelPick } from '../endpoints/model-items';
import { pick } from '../input/pick';
import type { Models } from '../models/models';
import type { Command } from './command';
import { commandIds } from './command-ids';
import { askForApiKey } from './set-api-key';

/** Chooses which model answers from now on. Servers are asked for their models while the list is open. */
export function selectModel(services: EndpointServices): Command {
  return { id: commandIds.selectModel, run: () => showPicker(services) };
}

async function showPicker(services: EndpointServices): Promise<void> {
  const { endpoints, keys, models } = services;
  const all = endpoints.endpoints;
  const { choice } = models;
  const current = choice.type === 'endpoint' ? choice : undefined;
  const listings = new Map<string, Listing>();
  const rows = (): readonly ModelRow[] =>
    modelRows({ endpoints: all, listings, current: current && { endpoint: current.endpoint, model: current.model } });
  const items = () => modelItems(rows(), { isOffline: current === undefined });
  const outcome = await pick<ModelPick>({
    title: 'Iris: Select Model',
    canGoBack: false,
    placeholder: all.length === 0 ? 'Choose a model' : 'Choose a model, or type its name',
    items: items(),
    fromText: (text) => typedItems(text, all, rows()),
    load: async (show, signal) => {
      const ask = async (endpoint: Endpoint): Promise<void> => {
        listings.set(endpoint.name, await listModels(endpoint, models, signal));
        show(items());
      };
      await Promise.all(all.map(ask));
    },
  });
  if (outcome.type !== 'accepted') {
    return;
  }
  switch (outcome.value.type) {
    case 'choice':
      return models.select(outcome.value.choice);
    case 'addEndpoint':
      await vscode.commands.executeCommand(commandIds.addEndpoint);
      return;
    case 'setApiKey': {
      const endpoint = endpoints.find(outcome.value.endpoint);
      if (endpoint && (await askForApiKey(endpoint, { keys }))) {
        await showPicker(services);
      }
    }
  }
}

async function listModels(endpoint: Endpoint, models: Models, signal: AbortSignal): Promise<Listing> {
  try {
    return { type: 'listed', models: chatModelsFirst(await models.list(endpoint, signal)) };
  } catch (error) {
    signal.throwIfAborted();
    return { type: 'failed', reason: failureReason(error) };
  }
}
