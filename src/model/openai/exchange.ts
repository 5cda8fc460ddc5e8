import type { Endpoint } from '../endpoint';
import { eventBytes, eventsIn, isEventStream, readEvents } from './answer-events';
import { type Bytes, readBody, readText, streamOf } from './body';
import { type Circumstances, failure, refusedAnswer } from './errors';
import { readErrorBody } from './error-words';
import { withConnectionTold } from './connection-timing';
import type { ExchangeRecorder } from './exchange-recorder';
import { fetchStreamed, type StreamedRequest } from './fetch-streamed';
import { withFirstCharacter } from './first-character';
import { followRedirects } from './follow-redirects';
import { requestHeaders } from './headers';
import { asRecord, type JsonRecord, parseJson } from '../json';
import type { Limits } from './limits';
import { createRedactor } from '../redact';
import { withoutUrlSecrets } from '../secret-fields';
import { requestRedactor, requestSecrets } from './request-secrets';
import type { StoredParts } from './stored-parts';
import { StreamedBody } from './streamed-body';

export type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface ExchangeSettings {
  readonly endpoint: Endpoint;
  /** Asked anew for each request, and held no longer than it. */
  readonly apiKey: () => Promise<string | undefined>;
  readonly fetch: Fetch;
  readonly limits: Limits;
  /**
   * What a good answer is: events (one whole answer is as good), one whole answer (events are given out as a list of
   * what they hold), or any JSON.
   */
  readonly expects: 'stream' | 'completion' | 'json';
  /** Whether JSON is a whole answer; a chat completion is one unless this says otherwise. */
  readonly isAnswer?: (body: JsonRecord) => boolean;
  /** Headers of this request alone. */
  readonly extraHeaders?: Readonly<Record<string, string>>;
  readonly hasImages: boolean;
  /** Media that the body of the client has placeholders for; their bytes go out as they are read. */
  readonly stored?: StoredParts;
  readonly signal: AbortSignal | undefined;
  readonly onSend: (sent: SentRequest) => void;
  /** Writes down what goes out and comes in, where somebody wants to see it. */
  readonly recorder?: ExchangeRecorder | undefined;
}

export interface SentRequest {
  readonly method: string;
  /** Without secrets. */
  readonly url: string;
  readonly bodyBytes: number;
}

type OutgoingInit = RequestInit & Pick<StreamedRequest, 'method' | 'headers' | 'signal'>;

const errorBodyCharacters = 64 * 1024;
/** How much of a page that is no answer is told. */
const quotedCharacters = 300;

/**
 * One HTTP request and its answer, which a client gets as its `fetch`. Whatever the server's dialect, the client sees
 * well-formed events or JSON; whatever goes wrong is kept here as it was, before the client rewords it.
 */
export class Exchange {
  readonly #settings: ExchangeSettings;
  #circumstances: Circumstances;
  #failure: unknown;
  #status: number | undefined;
  #begun = false;
  #done = false;
  #closing = false;

  constructor(settings: ExchangeSettings) {
    this.#settings = settings;
    this.#circumstances = {
      host: new URL(settings.endpoint.baseUrl).host,
      hasImages: settings.hasImages,
      keySent: false,
      redact: createRedactor([]),
    };
  }

  get circumstances(): Circumstances {
    return this.#circumstances;
  }

  /** What was thrown here first. */
  get failure(): unknown {
    return this.#failure;
  }

  get status(): number | undefined {
    return this.#status;
  }

  /** Whether any of an answer has come. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Whether the server said that this was all: `[DONE]`, or an answer in one piece. */
  get done(): boolean {
    return this.#done;
  }

  /** The finish reason is here: only a little more can come, so it is not waited for long. */
  expectEnd(): void {
    this.#closing = true;
  }

  readonly fetch: Fetch = async (url, init = {}) => {
    try {
      return await this.#send(url, init);
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  };

  async #send(url: string | URL | Request, init: RequestInit): Promise<Response> {
    const { endpoint, extraHeaders, limits, expects, signal, recorder, stored } = this.#settings;
    const apiKey = (await this.#settings.apiKey()) || undefined;
    const target = new URL(url instanceof Request ? url.url : url);
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? init.body : '';
    const headers = requestHeaders(new Headers(init.headers), { endpoint, extraHeaders, apiKey });
    const streamed = stored && StreamedBody.from(body, stored);
    const outgoing = { method, url: target, headers, apiKey };
    this.#circumstances = {
      ...this.#circumstances,
      keySent: apiKey !== undefined,
      redact: requestRedactor(outgoing, body),
    };
    this.#settings.onSend({
      method,
      url: createRedactor(requestSecrets(outgoing))(withoutUrlSecrets(target).href),
      bodyBytes:
        streamed?.byteLength ?? (ArrayBuffer.isView(init.body) ? init.body.byteLength : Buffer.byteLength(body)),
    });
    recorder?.sent(outgoing);
    const outgoingInit = {
      ...init,
      method,
      headers,
      // The caller's own signal too: the client ties it to its own only weakly.
      signal: AbortSignal.any([signal, init.signal].filter((one) => one instanceof AbortSignal)),
    };
    const response = await followRedirects(target, { method, circumstances: this.#circumstances }, (hop) =>
      this.#sendTo(hop, streamed, outgoingInit),
    );
    this.#status = response.status;
    recorder?.answered(response);
    const answer = response.body
      ? readBody(response.body, {
          silence: () => (this.#closing ? limits.closingMilliseconds : limits.silenceMilliseconds),
          size: limits.answerBytes,
        })
      : noBytes();
    const bytes = recorder ? recorded(answer, recorder) : answer;
    if (!response.ok) {
      const words = await readText(bytes, errorBodyCharacters);
      throw refusedAnswer({ status: response.status, headers: response.headers, body: words }, this.#circumstances);
    }
    const { first, chunks } = await withFirstCharacter(bytes);
    if (expects === 'stream' && !'{[<'.includes(first || '<')) {
      const events = this.#events(chunks, response);
      // Not awaited: a read that is under way ends with the connection.
      const cancel = (): void => void events.return(undefined).catch(() => undefined);
      return new Response(streamOf(events, cancel), { headers: { 'content-type': 'text/event-stream' } });
    }
    if (expects === 'completion' && isEventStream(response) && !'{[<'.includes(first || '<')) {
      const events = await this.#collected(chunks, response);
      return new Response(JSON.stringify(events), { headers: { 'content-type': 'application/json' } });
    }
    this.#begun ||= first !== '';
    return this.#whole(await readText(chunks), response);
  }

  async #sendTo(url: URL, streamed: StreamedBody | undefined, init: OutgoingInit): Promise<Response> {
    const { fetch, recorder } = this.#settings;
    const onConnected = recorder && ((): void => recorder.connected());
    if (streamed) {
      return await fetchStreamed(url, { ...init, body: streamed, onConnected });
    }
    const send = (): Promise<Response> => fetch(url, { ...init, redirect: 'manual' });
    return await (onConnected ? withConnectionTold(onConnected, send) : send());
  }

  /** A body in one piece. A completion that was asked as a stream becomes a stream of one event. */
  #whole(text: string, response: Response): Response {
    const value = parseJson(text);
    const record = asRecord(value);
    const { expects, isAnswer = isCompletion } = this.#settings;
    const isWhole = record !== undefined && isAnswer(record);
    const error = record?.['error'];
    if (error !== undefined && error !== null && error !== '' && !isWhole) {
      throw refusedAnswer({ status: response.status, headers: response.headers, body: text }, this.#circumstances);
    }
    if (value === undefined || (expects !== 'json' && !isWhole)) {
      throw this.#notACompletion(text);
    }
    this.#begun = true;
    this.#done = true;
    const json = JSON.stringify(value);
    return expects === 'stream'
      ? new Response(`data: ${json}\n\n`, { headers: { 'content-type': 'text/event-stream' } })
      : new Response(json, { headers: { 'content-type': 'application/json' } });
  }

  /** The events of a stream, each written anew in the one way that every reader understands. */
  async *#events(chunks: AsyncIterable<Bytes>, response: Response): AsyncGenerator<Bytes> {
    try {
      for await (const event of readEvents(chunks)) {
        this.#begun = true;
        if (event.data.trim() === '[DONE]') {
          this.#done = true;
          // Leaving the loop lets go of a connection that the server keeps open.
          break;
        }
        yield eventBytes(event);
      }
      if (!this.#begun && !isEventStream(response)) {
        throw this.#notACompletion('');
      }
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }

  /** The events of a server that streams though it was asked for the answer in one piece. */
  async #collected(chunks: AsyncIterable<Bytes>, response: Response): Promise<readonly unknown[]> {
    const text = await readText(this.#events(chunks, response));
    const values = [];
    for (const { name, data } of eventsIn(text)) {
      const value = parseJson(data);
      const error = name === 'error' ? value : asRecord(value)?.['error'];
      if (error !== undefined && error !== null) {
        const body = JSON.stringify({ error });
        throw refusedAnswer({ status: response.status, headers: response.headers, body }, this.#circumstances);
      }
      if (value === undefined) {
        throw this.#notACompletion(data);
      }
      values.push(value);
    }
    return values;
  }

  #notACompletion(text: string): Error {
    const words = this.#circumstances.redact(readErrorBody(text).text).slice(0, quotedCharacters);
    return failure('notAStream', this.#circumstances, {
      repeatable: false,
      ...(this.#status !== undefined && { status: this.#status }),
      ...(words && { detail: words }),
    });
  }
}

function isCompletion({ choices }: JsonRecord): boolean {
  return Array.isArray(choices);
}

async function* recorded(chunks: AsyncGenerator<Bytes>, recorder: ExchangeRecorder): AsyncGenerator<Bytes> {
  for await (const chunk of chunks) {
    recorder.received(chunk);
    yield chunk;
  }
}

async function* noBytes(): AsyncGenerator<Bytes> {}
