import type { Models } from '../models/models';
import type { ApiKeys } from './api-keys';
import type { EndpointSettings } from './endpoint-settings';

/** What the commands about endpoints work with. */
export interface EndpointServices {
  readonly endpoints: EndpointSettings;
  readonly keys: ApiKeys;
  readonly models: Models;
}
