import type { JsonObject } from '../../shared/parameters';
import { isSecretName } from '../../shared/secret-names';
import type { ExchangeObserver, ExchangeRecord, ExchangeTimings } from '../exchange-record';
import { createRedactor, createSecretRemover, type Redact } from '../redact';
import { hiddenSecret, secretFields, withoutUrlSecrets } from '../secret-fields';
import { type OutgoingRequest, requestSecrets } from './request-secrets';
import { shownBody } from './shown-body';
import type { StoredParts } from './stored-parts';

export interface RecorderSettings {
  readonly observe: ExchangeObserver;
  readonly request: number;
  readonly attempt: number;
  readonly body: JsonObject | undefined;
  /** What the body's placeholders stand for. */
  readonly stored: StoredParts;
}

/** Characters of an answer that are kept to be shown. */
const longestText = 256 * 1024;
/** Kept beyond it, for a secret that begins before and ends behind it is found only as a whole. */
const longestSecret = 8 * 1024;

let last = 0;

/** Writes down one exchange as it happens, for people to look at. Made only where somebody does. */
export class ExchangeRecorder {
  readonly #settings: RecorderSettings;
  readonly #decoder = new TextDecoder();
  readonly #began = performance.now();
  #record: ExchangeRecord;
  #hideSecrets: Redact = createSecretRemover([]);
  #redact: Redact = createRedactor([]);
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
  sent(request: OutgoingRequest): void {
    const { method, url, headers } = request;
    const { body, stored } = this.#settings;
    const secrets = [...requestSecrets(request), ...secretFields(body)];
    this.#hideSecrets = createSecretRemover(secrets);
    this.#redact = createRedactor(secrets);
    this.#record = {
      ...this.#record,
      method,
      url: this.#redact(withoutUrlSecrets(url).href),
      requestHeaders: shownHeaders(headers, this.#redact),
    };
    const shown = body && shownBody(body, { hideSecrets: this.#hideSecrets, stored });
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
      responseHeaders: shownHeaders(response.headers, this.#redact),
    };
  }

  received(bytes: Uint8Array): void {
    this.#bytes += bytes.byteLength;
    if (this.#text.length < longestText + longestSecret) {
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
      responseText: shownText(this.#text, this.#hideSecrets),
      responseBytes: this.#bytes,
      ...(failure !== undefined && { failure: this.#redact(failure) }),
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

function shownHeaders(headers: Headers, redact: Redact): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (!isSecretName(name, 'header')) {
        return [name, redact(value)];
      }
      const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? '';
      return [name, `${scheme}${hiddenSecret}`];
    }),
  );
}

/** Answers hold media too: sounds and pictures as base64. */
function shownText(text: string, hideSecrets: Redact): string {
  const shown = hideSecrets(text).replace(/[A-Za-z0-9+/_=-]{512,}/g, (run) => `[base64, ${run.length} characters]`);
  // Where the text was cut, its end may be the beginning of a secret.
  const whole = text.length >= longestText + longestSecret ? shown.slice(0, -longestSecret) : shown;
  return whole.slice(0, longestText);
}
