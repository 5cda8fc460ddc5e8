import { parseModelList } from '../listing/parse-model-list';
import type { ListedModel } from '../model-listing';
import { askServer, type AskSettings } from './ask-server';
import { failure } from './errors';
import { defaultLimits, type Limits } from './limits';
import { askForMore } from './list-more';
import { serverKind } from './server-kind';

export interface ListModelsSettings extends Pick<AskSettings, 'endpoint' | 'apiKey' | 'signal' | 'log'> {
  readonly fetch?: AskSettings['fetch'];
  readonly limits?: Limits;
}

/** A list is short, and somebody waits before a picker for it. */
const listLimits: Limits = { ...defaultLimits, responseMilliseconds: 20_000, silenceMilliseconds: 20_000 };

/**
 * Asks `GET /models` once, without retries, and where the answer shows a server that tells more elsewhere, there too.
 * Returns the models in the server's order with what it tells of them. Throws `ModelError`, or the signal's reason.
 */
export async function listModels({
  fetch = globalThis.fetch,
  limits = listLimits,
  ...settings
}: ListModelsSettings): Promise<readonly ListedModel[]> {
  const { endpoint, signal } = settings;
  signal?.throwIfAborted();
  const deployment = azureDeployment(endpoint);
  const asked = deployment ? { ...endpoint, baseUrl: deployment.resourceUrl } : endpoint;
  const answer = await askServer({ ...settings, endpoint: asked, fetch, limits }, (client) =>
    client.get('/models', signal && { signal }),
  );
  const models = parseModelList(answer.body);
  if (!models) {
    throw failure('notAStream', answer.circumstances, { repeatable: false }).error;
  }
  if (deployment) {
    return [{ id: deployment.name, capabilities: {} }];
  }
  const kind = serverKind({ baseUrl: endpoint.baseUrl, ...answer });
  return kind ? askForMore(kind, models, { ...settings, fetch, limits }) : models;
}

/**
 * A classic Azure endpoint is one deployment, which is the only model there is; the list beside it is of models that
 * could be deployed, and shows only that the key is good.
 */
function azureDeployment({ baseUrl, deployment }: AskSettings['endpoint']):
  | {
      readonly resourceUrl: string;
      readonly name: string;
    }
  | undefined {
  if (deployment !== undefined) {
    return { resourceUrl: baseUrl, name: deployment };
  }
  const match = /^(?<resourceUrl>.*\/openai)\/deployments\/(?<name>[^/]+)\/?$/.exec(baseUrl)?.groups;
  const { resourceUrl, name } = match ?? {};
  return resourceUrl && name ? { resourceUrl, name: decodeURIComponent(name) } : undefined;
}
