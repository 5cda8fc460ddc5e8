/** A server that speaks OpenAI's chat completions, as the person set it up. Holds no key. */
export interface Endpoint {
  /** Unique, chosen by the person. */
  readonly name: string;
  /** Absolute http(s) URL up to and without `/chat/completions`; no trailing slash, query or fragment. */
  readonly baseUrl: string;
  /** Model identifier used until another is chosen. */
  readonly model: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Azure's `api-version` query parameter; its presence makes requests use Azure's `api-key` header. */
  readonly apiVersion?: string;
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
