import * as vscode from 'vscode';
import { commandIds } from '../commands/command-ids';
import { askForApiKey } from '../commands/set-api-key';
import type { EndpointServices } from '../endpoints/endpoint-services';
import type { ModelChoice } from './model-choice';
import { pickModel, type ModelPickerOptions } from './model-picker';

export type ChooseModelOptions = Omit<ModelPickerOptions, 'endpoints' | 'models'>;

/** Lets the person choose a model, for whatever it is; undefined when they chose none. */
export async function chooseModel(
  services: EndpointServices,
  options: ChooseModelOptions,
): Promise<ModelChoice | undefined> {
  const { endpoints, keys, models } = services;
  const outcome = await pickModel({ ...options, endpoints: endpoints.endpoints, models });
  switch (outcome?.type) {
    case undefined:
      return undefined;
    case 'choice':
      return outcome.choice;
    case 'addEndpoint':
      await vscode.commands.executeCommand(commandIds.addEndpoint);
      return undefined;
    case 'setApiKey': {
      const endpoint = endpoints.find(outcome.endpoint);
      return endpoint && (await askForApiKey(endpoint, { keys })) ? await chooseModel(services, options) : undefined;
    }
  }
}
