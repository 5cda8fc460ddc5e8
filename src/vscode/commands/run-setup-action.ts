import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { SetupAction } from '../editor/ask-about-failure';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { commandIds } from './command-ids';
import { askForApiKey } from './set-api-key';

/** With its arguments. */
type CommandCall = readonly [command: string, ...parameters: readonly string[]];

const commands: Readonly<Record<SetupAction, CommandCall>> = {
  setApiKey: [commandIds.setApiKey],
  selectModel: [commandIds.selectModel],
  addEndpoint: [commandIds.addEndpoint],
  openLog: [commandIds.showLog],
  showUsage: [commandIds.showUsage],
  openSettings: ['workbench.action.openSettings', '@ext:iris-multimodal.iris-multimodal'],
};

/** The way out of a failure that the person chose; resolves to whether they went through with it. */
export async function runSetupAction(
  action: SetupAction,
  { endpoints, keys, models }: EndpointServices,
): Promise<boolean> {
  const { choice } = models;
  const endpoint = choice.type === 'endpoint' ? endpoints.find(choice.endpoint) : undefined;
  if (action === 'setApiKey' && endpoint) {
    return await askForApiKey(endpoint, { keys });
  }
  await vscode.commands.executeCommand(...commands[action]);
  // What the person gave up has changed nothing.
  return !['setApiKey', 'selectModel', 'addEndpoint'].includes(action) || !isDeepStrictEqual(models.choice, choice);
}
