import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { pickEndpoint } from '../endpoints/pick-endpoint';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Removes an endpoint from the person's settings, and its key. An argument names it. */
export function removeEndpoint({ endpoints, keys }: EndpointServices): Command {
  return {
    id: commandIds.removeEndpoint,
    async run(argument) {
      const named = typeof argument === 'string' ? endpoints.find(argument) : undefined;
      const endpoint = named ?? (await pickEndpoint(endpoints.endpoints, t('Remove Endpoint')));
      if (!endpoint) {
        return;
      }
      const remove = t('Remove');
      const choice = await vscode.window.showWarningMessage(
        t('Remove the endpoint "{0}"?', endpoint.name),
        { modal: true, detail: t('Its entry in your settings and its stored key are deleted. Your chats are kept.') },
        remove,
      );
      if (choice === remove) {
        await endpoints.remove(endpoint.name);
        await keys.delete(endpoint.name);
      }
    },
  };
}
