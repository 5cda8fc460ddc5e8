import type { EffectiveParameter as ApiParameter, EndpointConfiguration } from '../../api/iris';
import type { Endpoint } from '../../model/endpoint';
import { withoutSecretFields } from '../../model/secret-fields';
import type { EffectiveParameter } from '../../shared/parameters';

/** An endpoint without what may hold a secret. */
export function toEndpointConfiguration(endpoint: Endpoint): EndpointConfiguration {
  const { name, baseUrl, model, api = 'chat', headers = {}, query = {} } = endpoint;
  const { organization, project, apiVersion, deployment, timeoutSeconds, maxRetries } = endpoint;
  return {
    name,
    baseUrl,
    model,
    api,
    ...(organization !== undefined && { organization }),
    ...(project !== undefined && { project }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(deployment !== undefined && { deployment }),
    headerNames: Object.keys(headers),
    queryNames: Object.keys(query),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(maxRetries !== undefined && { maxRetries }),
  };
}

/** A copy that the caller may change; headers and query parameters keep their names only, and secrets are hidden. */
export function toParameter({ name, value, source }: EffectiveParameter): ApiParameter {
  const mayHoldSecrets = name === 'extra_headers' || name === 'extra_query';
  return { name, source, value: mayHoldSecrets ? withoutValues(value) : withoutSecretFields(value) };
}

function withoutValues(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.keys(value).map((name) => [name, '']))
    : value;
}
