import { t } from '@vscode/l10n';
import { savedDraft } from '../../features/add-endpoint/endpoint-draft';
import { runDialogue } from '../endpoints/add-endpoint/run-dialogue';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { pickEndpoint } from '../endpoints/pick-endpoint';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Changes the address, the key or the model of a saved endpoint. An argument names it. */
export function editEndpoint(services: EndpointServices): Command {
  return {
    id: commandIds.editEndpoint,
    run: (argument) => askForChanges(typeof argument === 'string' ? argument : undefined, services),
  };
}

/**
 * Leads through what is saved of an endpoint, of one that the person chooses where none has this name. Whether they
 * went through with it.
 */
export async function askForChanges(name: string | undefined, services: EndpointServices): Promise<boolean> {
  const { endpoints, keys, models } = services;
  const named = name === undefined ? undefined : endpoints.find(name);
  const endpoint = named ?? (await pickEndpoint(endpoints.endpoints, t('Edit Endpoint')));
  if (!endpoint) {
    return false;
  }
  const hasKey = (await keys.get(endpoint)) !== undefined;
  const { choice } = models;
  const model = choice.type === 'endpoint' && choice.endpoint === endpoint.name ? choice.model : endpoint.model;
  return await runDialogue(savedDraft({ ...endpoint, model }, { hasKey }), services);
}
