import type { Endpoint } from '../endpoint';

/** Headers of the client that are passed on. The others tell of this machine, or come from environment variables. */
const passedOn = ['accept', 'content-type', 'idempotency-key'];

/** The headers of one request. Only here does the key meet a request. */
export function requestHeaders(
  ofClient: Headers,
  { endpoint, apiKey }: { readonly endpoint: Endpoint; readonly apiKey: string | undefined },
): Headers {
  const headers = new Headers({ 'user-agent': 'iris-multimodal' });
  for (const name of passedOn) {
    const value = ofClient.get(name);
    if (value !== null) {
      headers.set(name, value);
    }
  }
  for (const [name, value] of Object.entries(endpoint.headers ?? {})) {
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
