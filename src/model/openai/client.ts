import { OpenAI } from 'openai';
import type { Endpoint } from '../endpoint';
import type { Limits } from './limits';

export interface ClientSettings {
  readonly endpoint: Endpoint;
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly limits: Limits;
}

/**
 * A client for one request. It builds the request and reads the answer; everything about the connection, the key
 * included, is the given `fetch`'s. What the client would otherwise read from environment variables is set here, so
 * that nothing meant for OpenAI reaches another server.
 */
export function createClient({ endpoint, fetch, limits }: ClientSettings): OpenAI {
  return new OpenAI({
    baseURL: endpoint.baseUrl,
    ...(endpoint.apiVersion !== undefined && { defaultQuery: { 'api-version': endpoint.apiVersion } }),
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
