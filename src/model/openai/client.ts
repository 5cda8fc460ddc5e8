import { OpenAI } from 'openai';
import type { Endpoint } from '../endpoint';
import type { Limits } from './limits';

export interface ClientSettings {
  readonly endpoint: Endpoint;
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly limits: Limits;
  /** Whether paths are those of the endpoint's deployment, where it has one. */
  readonly ofDeployment?: boolean;
}

/**
 * A client for one request. It builds the request and reads the answer; everything about the connection, the key
 * included, is the given `fetch`'s. What the client would otherwise read from environment variables is set here, so
 * that nothing meant for OpenAI reaches another server.
 */
export function createClient({ endpoint, fetch, limits, ofDeployment = false }: ClientSettings): OpenAI {
  const { baseUrl, deployment, apiVersion, query } = endpoint;
  return new OpenAI({
    baseURL:
      ofDeployment && deployment !== undefined ? `${baseUrl}/deployments/${encodeURIComponent(deployment)}` : baseUrl,
    defaultQuery: { ...(apiVersion !== undefined && { 'api-version': apiVersion }), ...query },
    apiKey: 'added-when-sent',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: limits.responseMilliseconds,
    // The client logs payloads that it cannot parse.
    logLevel: 'off',
    fetch,
  });
}
