import { endpointOrigin, isLocalEndpoint } from '../../model/endpoint';
import { environmentKey, type Environment } from '../../model/environment-endpoint';
import type { EndpointDraft } from './endpoint-draft';

/** Whether to ask for a key: not at all, with "none" as a good answer, or until there is one. */
export type KeyNeed = 'none' | 'optional' | 'required';

export function keyNeed(draft: EndpointDraft, environment: Environment): KeyNeed {
  const { preset, found, baseUrl, editsKey, replaces } = draft;
  if (editsKey) {
    return 'optional';
  }
  if (!URL.canParse(baseUrl)) {
    return preset?.local ? 'none' : 'required';
  }
  // The stored key is bound to its origin: it is sent there still, and nowhere else.
  if (replaces?.hasKey && endpointOrigin(replaces.endpoint.baseUrl) === endpointOrigin(baseUrl)) {
    return 'none';
  }
  if (isLocalEndpoint(baseUrl)) {
    return 'none';
  }
  if (environmentKey(environment, baseUrl) !== undefined) {
    return found === 'environment' ? 'none' : 'optional';
  }
  return preset?.needsKey ? 'required' : 'optional';
}
