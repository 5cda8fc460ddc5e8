import type { ModelCapabilities } from '../shared/capabilities';
import { isLocalEndpoint, type Endpoint } from './endpoint';
import { kindAtAddress } from './listing/kind-at-address';
import type { ModelTarget } from './model-target';

/** What is known of a model of an endpoint. */
export function endpointTarget(endpoint: Endpoint, model: string, capabilities: ModelCapabilities): ModelTarget {
  const { name, baseUrl, api = 'chat' } = endpoint;
  const server = kindAtAddress(baseUrl);
  return {
    endpoint: name,
    model,
    offline: false,
    capabilities,
    isLocal: isLocalEndpoint(baseUrl),
    api,
    ...(server && { server }),
  };
}
