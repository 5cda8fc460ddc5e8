import type { Endpoint } from '../../model/endpoint';
import type { EnvironmentOffer } from '../../model/environment-endpoint';
import type { LocalServer } from '../../model/local-servers';
import { endpointPresets, type EndpointPreset } from '../../model/presets';
import type { TestOutcome } from '../model-test/ask-test-question';
import type { Address } from './read-address';

/** An endpoint while it is being put together. */
export interface EndpointDraft {
  /** Absent where the endpoint was found, not chosen from the presets. */
  readonly preset: EndpointPreset | undefined;
  /** Where it was found: there is no need to ask for an address then, nor for a key. */
  readonly found: 'localServer' | 'environment' | undefined;
  /** Holds placeholders, or nothing, until the person was asked for it. */
  readonly baseUrl: string;
  readonly apiVersion: string | undefined;
  readonly name: string;
  /** Empty for none. */
  readonly key: string;
  /** Empty until it is chosen. */
  readonly model: string;
  /** What the server at this address listed for this key; absent until it was asked. */
  readonly models: readonly string[] | undefined;
  /** What a test question showed; absent until one was asked, and where it was skipped. */
  readonly tested: TestOutcome | undefined;
  /** The saved endpoint that is being changed; absent where one is added. */
  readonly replaces: SavedEndpoint | undefined;
  /** The person wants to change an address that would not be asked for. */
  readonly editsAddress: boolean;
  /** The person wants to enter a key that would not be asked for. */
  readonly editsKey: boolean;
}

export interface SavedEndpoint {
  readonly endpoint: Endpoint;
  /** A key is stored for the origin of its base URL. */
  readonly hasKey: boolean;
}

/** What is known before the first question. */
export const emptyDraft: EndpointDraft = {
  preset: undefined,
  found: undefined,
  baseUrl: '',
  apiVersion: undefined,
  name: '',
  key: '',
  model: '',
  models: undefined,
  tested: undefined,
  replaces: undefined,
  editsAddress: false,
  editsKey: false,
};

export function presetDraft(preset: EndpointPreset): EndpointDraft {
  return { ...emptyDraft, preset, baseUrl: preset.baseUrl, apiVersion: preset.apiVersion };
}

export function localServerDraft({ label, baseUrl, models }: LocalServer): EndpointDraft {
  const preset = endpointPresets.find((candidate) => candidate.baseUrl === baseUrl);
  return { ...emptyDraft, preset, found: 'localServer', baseUrl, models, name: label };
}

export function environmentDraft({ name, baseUrl }: EnvironmentOffer): EndpointDraft {
  return { ...emptyDraft, found: 'environment', baseUrl, name };
}

/** What is saved, to be changed. The key stays where it is stored. */
export function savedDraft(endpoint: Endpoint, { hasKey }: { readonly hasKey: boolean }): EndpointDraft {
  const { name, baseUrl, model, apiVersion } = endpoint;
  return { ...emptyDraft, name, baseUrl, model, apiVersion, replaces: { endpoint, hasKey }, editsAddress: true };
}

/** Takes another address. A key belongs to the origin it was entered for, and a list of models to both. */
export function withAddress(draft: EndpointDraft, address: Address): EndpointDraft {
  const { baseUrl, apiVersion = draft.apiVersion } = address;
  const keepsKey = originOf(baseUrl) === originOf(draft.baseUrl);
  const keepsModels = baseUrl === draft.baseUrl && apiVersion === draft.apiVersion;
  return {
    ...draft,
    baseUrl,
    apiVersion,
    key: keepsKey ? draft.key : '',
    models: keepsModels ? draft.models : undefined,
  };
}

export function withKey(draft: EndpointDraft, key: string): EndpointDraft {
  return { ...draft, key, models: key === draft.key ? draft.models : undefined };
}

/** The endpoint as it is saved; holds no key. What the dialogue does not ask about stays as it was. */
export function toEndpoint({ name, baseUrl, model, apiVersion, replaces }: EndpointDraft): Endpoint {
  return {
    ...replaces?.endpoint,
    name,
    baseUrl,
    model,
    ...(apiVersion !== undefined && apiVersion !== '' && { apiVersion }),
  };
}

function originOf(baseUrl: string): string | undefined {
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
}
