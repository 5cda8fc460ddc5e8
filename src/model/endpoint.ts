/** A server that speaks OpenAI's chat completions, as the person set it up. Holds no key. */
export interface Endpoint {
  /** Unique, chosen by the person. */
  readonly name: string;
  /** Absolute http(s) URL up to and without `/chat/completions`. */
  readonly baseUrl: string;
  /** Model identifier used until another is chosen. */
  readonly model: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Azure's `api-version` query parameter; its presence makes requests use Azure's `api-key` header. */
  readonly apiVersion?: string;
}
