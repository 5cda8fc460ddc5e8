import { emptyDraft } from '../../features/add-endpoint/endpoint-draft';
import { runDialogue } from '../endpoints/add-endpoint/run-dialogue';
import type { EndpointServices } from '../endpoints/endpoint-services';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Sets up a server, its key and a model, step by step. */
export function addEndpoint(services: EndpointServices): Command {
  return { id: commandIds.addEndpoint, run: () => runDialogue(emptyDraft, services) };
}
