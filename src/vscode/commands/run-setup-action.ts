import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { SetupAction } from '../editor/ask-about-failure';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { commandIds } from './command-ids';
import { askForChanges } from './edit-endpoint';
import { askForApiKey } from './set-api-key';

/** With its arguments. */
type CommandCall = readonly [command: string, ...parameters: readonly string[]];

const commands: Readonly<Record<Exclude<SetupAction, 'editEndpoint'>, CommandCall>> = {
  setApiKey: [commandIds.setApiKey],
  selectModel: [commandIds.selectModel],
  addEndpoint: [commandIds.addEndpoint],
  openLog: [commandIds.showLog],
  showUsage: [commandIds.showUsage],
  openSettings: ['workbench.action.openSettings', '@ext:iris-multimodal.iris-multimodal'],
};

/**
 * The way out of a failure that the person chose; resolves to whether they went through with it.
 * @param failed name of the endpoint that the failure is about
 */
export async function runSetupAction(
  action: SetupAction,
  failed: string | undefined,
  services: EndpointServices,
): Promise<boolean> {
  if (action === 'editEndpoint') {
    return await askForChanges(failed, services);
  }
  const { endpoints, keys, models } = services;
  const { choice } = models;
  const endpoint = choice.type === 'endpoint' ? endpoints.find(choice.endpoint) : undefined;
  if (action === 'setApiKey' && endpoint) {
    return await askForApiKey(endpoint, { keys });
  }
  await vscode.commands.executeCommand(...commands[action]);
  // What the person gave up has changed nothing.
  return !['setApiKey', 'selectModel', 'addEndpoint'].includes(action) || !isDeepStrictEqual(models.choice, choice);
}
