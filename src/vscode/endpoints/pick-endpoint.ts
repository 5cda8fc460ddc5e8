import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Endpoint } from '../../model/endpoint';
import { commandIds } from '../commands/command-ids';
import { pick } from '../input/pick';

/** Lets the person choose an endpoint. Where there is none, the way to add one is offered instead. */
export async function pickEndpoint(endpoints: readonly Endpoint[], title: string): Promise<Endpoint | undefined> {
  if (endpoints.length === 0) {
    const add = t('Add Endpoint');
    if ((await vscode.window.showInformationMessage(t('There are no endpoints in your settings yet.'), add)) === add) {
      await vscode.commands.executeCommand(commandIds.addEndpoint);
    }
    return undefined;
  }
  const outcome = await pick<Endpoint>({
    title: `Iris: ${title}`,
    canGoBack: false,
    placeholder: t('Choose an endpoint'),
    items: endpoints.map((endpoint) => ({ label: endpoint.name, description: endpoint.baseUrl, value: endpoint })),
  });
  return outcome.type === 'accepted' ? outcome.value : undefined;
}
