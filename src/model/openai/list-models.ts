import type { Endpoint } from '../endpoint';
import { parseModelList } from '../model-list';
import type { RequestLog } from '../request-log';
import { failure } from './errors';
import type { Fetch } from './exchange';
import { FailedRequest } from './failed-request';
import { defaultLimits, type Limits } from './limits';
import { sendRequest } from './request';
import { nextRequestNumber } from './request-number';

export interface ListModelsSettings {
  readonly endpoint: Endpoint;
  readonly apiKey: () => Promise<string | undefined>;
  readonly signal?: AbortSignal;
  readonly log?: RequestLog;
  readonly fetch?: Fetch;
  readonly limits?: Limits;
}

/** A list is short, and somebody waits before a picker for it. */
const listLimits: Limits = { ...defaultLimits, responseMilliseconds: 20_000, silenceMilliseconds: 20_000 };

/**
 * Asks `GET /models` once, without retries. Returns the identifiers in the server's order. Throws `ModelError`, or the
 * signal's reason.
 */
export async function listModels({
  endpoint,
  apiKey,
  signal,
  log,
  fetch = globalThis.fetch,
  limits = listLimits,
}: ListModelsSettings): Promise<readonly string[]> {
  signal?.throwIfAborted();
  const deployment = azureDeployment(endpoint.baseUrl);
  const answers = sendRequest<readonly string[]>(
    {
      endpoint: deployment ? { ...endpoint, baseUrl: deployment.resourceUrl } : endpoint,
      apiKey,
      fetch,
      limits,
      expects: 'json',
      hasImages: false,
      signal,
      log,
      request: nextRequestNumber(),
      attempt: 1,
    },
    async function* (client, exchange) {
      const models = parseModelList(await client.get<unknown>('/models', signal && { signal }));
      if (!models) {
        throw failure('notAStream', exchange.circumstances, { repeatable: false });
      }
      yield deployment ? [deployment.name] : models;
      return {};
    },
  );
  try {
    let listed: readonly string[] = [];
    for await (const models of answers) {
      listed = models;
    }
    return listed;
  } catch (thrown) {
    throw thrown instanceof FailedRequest ? thrown.error : thrown;
  }
}

/**
 * Azure's classic URLs name the deployment, which is the only model there is; the list beside them is of models that
 * could be deployed, and shows only that the key is good.
 */
function azureDeployment(baseUrl: string): { readonly resourceUrl: string; readonly name: string } | undefined {
  const match = /^(?<resourceUrl>.*\/openai)\/deployments\/(?<name>[^/]+)\/?$/.exec(baseUrl)?.groups;
  const { resourceUrl, name } = match ?? {};
  return resourceUrl && name ? { resourceUrl, name: decodeURIComponent(name) } : undefined;
}
