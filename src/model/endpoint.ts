import type { ModelCapabilities } from '../shared/capabilities';
import type { ParameterLayer } from '../shared/parameters';

/** A server that speaks OpenAI's protocol, as the person set it up. Holds no key. */
export interface Endpoint {
  /** Unique, chosen by the person. */
  readonly name: string;
  /** Absolute http(s) URL up to and without `/chat/completions`; no trailing slash, query or fragment. */
  readonly baseUrl: string;
  /** Model identifier used until another is chosen. */
  readonly model: string;
  /** Which of OpenAI's two protocols is spoken; chat completions when absent. */
  readonly api?: 'chat' | 'responses';
  readonly organization?: string;
  readonly project?: string;
  /** Azure's `api-version` query parameter; its presence makes requests use Azure's `api-key` header. */
  readonly apiVersion?: string;
  /** Azure's deployment: requests go to `/deployments/NAME` under the base URL, which then ends in `/openai`. */
  readonly deployment?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Added to the query of every request. */
  readonly query?: Readonly<Record<string, string>>;
  /** Seconds until the server has begun to answer, and between two signs of life. */
  readonly timeoutSeconds?: number;
  /** How often a request that failed for a passing reason is repeated. */
  readonly maxRetries?: number;
  /** Sent to every model of the endpoint. */
  readonly parameters?: ParameterLayer;
  /** What the person says of single models, by identifier. */
  readonly models?: Readonly<Record<string, ModelSettings>>;
}

export interface ModelSettings {
  readonly parameters?: ParameterLayer;
  /** Win over whatever else is known of the model. */
  readonly capabilities?: ModelCapabilities;
}

/** Scheme, host and port: what a key is bound to. `baseUrl` is one of a valid endpoint. */
export function endpointOrigin(baseUrl: string): string {
  return new URL(baseUrl).origin;
}

/** Whether requests stay on this machine: the host is a loopback name or address. `baseUrl` is one of a valid endpoint. */
export function isLocalEndpoint(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])\.?$/.test(hostname);
}
