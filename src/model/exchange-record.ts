/** One HTTP request and its answer, as they went over the wire. Holds no key and no media. */
export interface ExchangeRecord {
  /** The same for all states of this exchange; unique in this window. */
  readonly id: number;
  /** The same for all tries of a question, those with adjusted parameters included; as in the log. */
  readonly request: number;
  readonly method: string;
  /** Without secrets. */
  readonly url: string;
  /** By lower-case name; the values of those that may hold a secret are replaced. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** What was sent; data URLs and base64 are replaced by media type, size in bytes and SHA-256 (media-placeholder.ts). */
  readonly requestBody?: unknown;
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly timings: ExchangeTimings;
  readonly status?: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The answer as it came, cut off where it gets too long to show. */
  readonly responseText: string;
  readonly responseBytes: number;
  /** Why there is no whole answer. */
  readonly failure?: string;
}

/** Milliseconds since the start. */
export interface ExchangeTimings {
  /** The connection stood and the request was sent; absent where the platform does not tell. */
  readonly connected?: number;
  readonly firstByte?: number;
  readonly firstToken?: number;
  readonly last?: number;
}

/** Called with the same growing record's latest state when the request is sent and when it ends. */
export type ExchangeObserver = (record: ExchangeRecord) => void;
