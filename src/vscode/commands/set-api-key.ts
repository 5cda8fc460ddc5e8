import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { endpointOrigin, type Endpoint } from '../../model/endpoint';
import type { ApiKeys } from '../endpoints/api-keys';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { keptForSession } from '../endpoints/kept-for-session';
import { pickEndpoint } from '../endpoints/pick-endpoint';
import { askText } from '../input/ask-text';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks for the key of an endpoint: the one that an argument names, the only one, or one that the person chooses. */
export function setApiKey({ endpoints, keys }: EndpointServices): Command {
  return {
    id: commandIds.setApiKey,
    async run(argument) {
      const all = endpoints.endpoints;
      const known = typeof argument === 'string' ? endpoints.find(argument) : all.length === 1 ? all[0] : undefined;
      const endpoint = known ?? (await pickEndpoint(all, t('Set API Key')));
      if (endpoint) {
        await askForApiKey(endpoint, { keys });
      }
    },
  };
}

/**
 * Asks for a key and stores it, bound to the endpoint's origin; an empty answer removes the stored one after a
 * confirmation. Whether there is a new key now.
 */
export async function askForApiKey(endpoint: Endpoint, { keys }: { readonly keys: ApiKeys }): Promise<boolean> {
  const origin = endpointOrigin(endpoint.baseUrl);
  const hasKey = (await keys.get(endpoint)) !== undefined;
  const outcome = await askText({
    title: t('Iris: Set API Key'),
    canGoBack: false,
    prompt: [
      t("API key of {0}. It is kept in VS Code's secret storage and sent to {1} only.", endpoint.name, origin),
      ...(hasKey ? [t('Leave it empty to remove the stored key.')] : []),
    ].join(' '),
    placeholder: hasKey ? t('A key is stored') : t('API key'),
    password: true,
    validate: (text) => (text === '' && !hasKey ? t('Enter the API key.') : undefined),
  });
  if (outcome.type !== 'accepted') {
    return false;
  }
  if (outcome.value === '') {
    await confirmRemoval(endpoint, keys);
    return false;
  }
  if ((await keys.set(endpoint, outcome.value)) === 'session') {
    void vscode.window.showWarningMessage(keptForSession);
  }
  return true;
}

async function confirmRemoval(endpoint: Endpoint, keys: ApiKeys): Promise<void> {
  const remove = t('Remove Key');
  const choice = await vscode.window.showWarningMessage(
    t('Remove the stored key of "{0}"?', endpoint.name),
    { modal: true, detail: t('The endpoint itself stays.') },
    remove,
  );
  if (choice === remove) {
    await keys.delete(endpoint.name);
  }
}
