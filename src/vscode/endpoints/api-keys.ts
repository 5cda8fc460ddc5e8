import { endpointOrigin } from '../../model/endpoint';
import type { Endpoint } from '../../model/endpoint';

/** The part of VS Code's secret storage that is used. */
export interface SecretStore {
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
}

/** Where a key was kept. `session`: there is no working keyring, so it lives in memory until the window closes. */
export type KeptIn = 'secretStorage' | 'session';

/**
 * One key for each endpoint, bound to the origin it was entered for: an endpoint whose base URL now points elsewhere
 * has no key until the person enters one again.
 */
export class ApiKeys {
  readonly #secrets: SecretStore;
  /** Keys by secret name, where the secret storage failed. */
  readonly #session = new Map<string, string>();

  constructor(secrets: SecretStore) {
    this.#secrets = secrets;
  }

  async get(endpoint: Endpoint): Promise<string | undefined> {
    const stored = this.#session.get(secretName(endpoint.name)) ?? (await this.#read(endpoint.name));
    const bound = stored === undefined ? undefined : parseBoundKey(stored);
    return bound?.origin === endpointOrigin(endpoint.baseUrl) ? bound.key : undefined;
  }

  async set(endpoint: Endpoint, key: string): Promise<KeptIn> {
    const name = secretName(endpoint.name);
    const value = JSON.stringify({ origin: endpointOrigin(endpoint.baseUrl), key });
    try {
      await this.#secrets.store(name, value);
      // Some keyrings accept a secret and lose it: what can't be read back was not kept.
      if ((await this.#secrets.get(name)) === value) {
        this.#session.delete(name);
        return 'secretStorage';
      }
    } catch {
      // Kept below; the caller tells the person.
    }
    this.#session.set(name, value);
    return 'session';
  }

  async delete(endpointName: string): Promise<void> {
    this.#session.delete(secretName(endpointName));
    await this.#secrets.delete(secretName(endpointName));
  }

  async #read(endpointName: string): Promise<string | undefined> {
    try {
      return await this.#secrets.get(secretName(endpointName));
    } catch {
      return undefined;
    }
  }
}

function secretName(endpointName: string): string {
  return `iris.apiKey:${endpointName}`;
}

function parseBoundKey(stored: string): { readonly origin: string; readonly key: string } | undefined {
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value === 'object' && value !== null && 'origin' in value && 'key' in value) {
      const { origin, key } = value;
      return typeof origin === 'string' && typeof key === 'string' ? { origin, key } : undefined;
    }
  } catch {
    // Written by something else: as good as no key.
  }
  return undefined;
}
