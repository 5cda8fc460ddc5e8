import type { Endpoint } from '../endpoint';

/** Headers of the client that are passed on. The others tell of this machine, or come from environment variables. */
const passedOn = ['accept', 'content-type', 'idempotency-key'];

export interface HeaderSources {
  readonly endpoint: Endpoint;
  /** Those of this request alone; they win over the endpoint's. */
  readonly extraHeaders: Readonly<Record<string, string>> | undefined;
  readonly apiKey: string | undefined;
}

/** The headers of one request. Only here does the key meet a request. */
export function requestHeaders(ofClient: Headers, { endpoint, extraHeaders, apiKey }: HeaderSources): Headers {
  const headers = new Headers({ 'user-agent': 'iris-multimodal' });
  for (const name of passedOn) {
    const value = ofClient.get(name);
    if (value !== null) {
      headers.set(name, value);
    }
  }
  if (endpoint.organization !== undefined) {
    headers.set('openai-organization', endpoint.organization);
  }
  if (endpoint.project !== undefined) {
    headers.set('openai-project', endpoint.project);
  }
  for (const [name, value] of [...Object.entries(endpoint.headers ?? {}), ...Object.entries(extraHeaders ?? {})]) {
    headers.set(name, value);
  }
  if (apiKey !== undefined) {
    if (endpoint.apiVersion === undefined) {
      headers.set('authorization', `Bearer ${apiKey}`);
    } else {
      headers.set('api-key', apiKey);
    }
  }
  return headers;
}
