import * as vscode from 'vscode';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { pickModel } from '../models/model-picker';
import type { Command } from './command';
import { commandIds } from './command-ids';
import { askForApiKey } from './set-api-key';

/** Chooses which model answers from now on. */
export function selectModel(services: EndpointServices): Command {
  return { id: commandIds.selectModel, run: () => showPicker(services) };
}

async function showPicker(services: EndpointServices): Promise<void> {
  const { endpoints, keys, models } = services;
  const outcome = await pickModel({ endpoints: endpoints.endpoints, models });
  switch (outcome?.type) {
    case undefined:
      return;
    case 'choice':
      return models.select(outcome.choice);
    case 'addEndpoint':
      await vscode.commands.executeCommand(commandIds.addEndpoint);
      return;
    case 'setApiKey': {
      const endpoint = endpoints.find(outcome.endpoint);
      if (endpoint && (await askForApiKey(endpoint, { keys }))) {
        await showPicker(services);
      }
    }
  }
}
