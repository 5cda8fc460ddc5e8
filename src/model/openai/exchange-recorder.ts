import type { JsonObject } from '../../shared/parameters';
import type { ExchangeObserver, ExchangeRecord, ExchangeTimings } from '../exchange-record';
import { createKeyRemover, createRedactor } from '../redact';
import { shownBody } from './shown-body';

export interface RecorderSettings {
  readonly observe: ExchangeObserver;
  readonly request: number;
  readonly attempt: number;
  readonly body: JsonObject | undefined;
}

/** What goes out, with its secrets. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly apiKey: string | undefined;
}

/** Characters of an answer that are kept to be shown. */
const longestText = 256 * 1024;
const removed = '[redacted]';

/** Names of headers and query parameters whose values are not shown. */
const secretName = /auth|secret|token|password|cookie|credential|signature|^sig$|^code$|(?<!idempotency-)key/i;

let last = 0;

/** Writes down one exchange as it happens, for people to look at. Made only where somebody does. */
export class ExchangeRecorder {
  readonly #settings: RecorderSettings;
  readonly #decoder = new TextDecoder();
  readonly #began = performance.now();
  #record: ExchangeRecord;
  #hideSecrets = createKeyRemover([]);
  #text = '';
  #bytes = 0;
  #timings: ExchangeTimings = {};
  /** What the observer waits for: the body as it is shown. */
  #body: Promise<unknown> | undefined;
  #isEnded = false;

  constructor(settings: RecorderSettings) {
    this.#settings = settings;
    this.#record = {
      id: ++last,
      request: settings.request,
      attempt: settings.attempt,
      method: '',
      url: '',
      requestHeaders: {},
      startedAt: Date.now(),
      timings: {},
      responseHeaders: {},
      responseText: '',
      responseBytes: 0,
    };
  }

  /** The request is on its way. */
  sent({ method, url, headers, apiKey }: OutgoingRequest): void {
    const secrets = [
      ...(apiKey === undefined ? [] : [apiKey]),
      ...secretValues(headers),
      ...secretValues(url.searchParams),
    ];
    this.#hideSecrets = createKeyRemover(secrets);
    this.#record = {
      ...this.#record,
      method,
      url: shownUrl(url, createRedactor(secrets)),
      requestHeaders: shownHeaders(headers, createRedactor(secrets)),
    };
    const { body } = this.#settings;
    const shown = body && shownBody(body, this.#hideSecrets);
    if (shown instanceof Promise) {
      this.#body = shown.then((requestBody) => {
        this.#record = { ...this.#record, requestBody };
      });
    } else if (shown !== undefined) {
      this.#record = { ...this.#record, requestBody: shown };
    }
    this.#tell();
  }

  /** The connection stands and the headers go out. */
  connected(): void {
    this.#timings = { ...this.#timings, connected: this.#now() };
  }

  answered(response: Response): void {
    this.#timings = { ...this.#timings, firstByte: this.#now() };
    this.#record = {
      ...this.#record,
      status: response.status,
      responseHeaders: shownHeaders(response.headers, createRedactor([])),
    };
  }

  received(bytes: Uint8Array): void {
    this.#bytes += bytes.byteLength;
    if (this.#text.length < longestText) {
      this.#text += this.#decoder.decode(bytes, { stream: true });
    }
  }

  /** Something of the answer was read. */
  token(): void {
    if (this.#timings.firstToken === undefined) {
      this.#timings = { ...this.#timings, firstToken: this.#now() };
    }
  }

  /** `failure` says why there is no whole answer. */
  ended(failure?: string): void {
    if (this.#record.method === '') {
      // Nothing was sent.
      return;
    }
    this.#timings = { ...this.#timings, last: this.#now() };
    this.#isEnded = true;
    this.#record = {
      ...this.#record,
      responseText: shownText(this.#text.slice(0, longestText), this.#hideSecrets),
      responseBytes: this.#bytes,
      ...(failure !== undefined && { failure: this.#hideSecrets(failure) }),
    };
    this.#text = '';
    this.#tell();
  }

  /** Tells the latest state, once its body is ready; when the end comes first, that alone is told. */
  #tell(): void {
    const isEnd = this.#isEnded;
    const observe = (): void => {
      if (isEnd === this.#isEnded) {
        this.#settings.observe({ ...this.#record, timings: this.#timings });
      }
    };
    if (this.#body && !('requestBody' in this.#record)) {
      void this.#body.then(observe);
    } else {
      observe();
    }
  }

  #now(): number {
    return performance.now() - this.#began;
  }
}

function isSecret(name: string): boolean {
  return secretName.test(name);
}

function secretValues(values: Headers | URLSearchParams): string[] {
  return [...values].flatMap(([name, value]) => (isSecret(name) ? [value] : []));
}

function shownUrl(url: URL, redact: (text: string) => string): string {
  const shown = new URL(url);
  for (const [name] of url.searchParams) {
    if (isSecret(name)) {
      shown.searchParams.set(name, removed);
    }
  }
  return redact(shown.href);
}

function shownHeaders(headers: Headers, redact: (text: string) => string): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (!isSecret(name)) {
        return [name, redact(value)];
      }
      const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? '';
      return [name, `${scheme}${removed}`];
    }),
  );
}

/** Answers hold media too: sounds and pictures as base64. */
function shownText(text: string, hideSecrets: (text: string) => string): string {
  return hideSecrets(text.replace(/[A-Za-z0-9+/_=-]{512,}/g, (run) => `[base64, ${run.length} characters]`));
}
