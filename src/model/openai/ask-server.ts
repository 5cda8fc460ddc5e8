import type { OpenAI } from 'openai';
import type { Endpoint } from '../endpoint';
import type { RequestLog } from '../request-log';
import type { Fetch } from './exchange';
import type { Circumstances } from './errors';
import { FailedRequest } from './failed-request';
import type { Limits } from './limits';
import { sendRequest } from './request';
import { nextRequestNumber } from './request-number';

export interface AskSettings {
  readonly endpoint: Endpoint;
  readonly apiKey: () => Promise<string | undefined>;
  readonly signal?: AbortSignal | undefined;
  readonly log?: RequestLog | undefined;
  readonly fetch: Fetch;
  readonly limits: Limits;
  /** Headers of this request alone. */
  readonly extraHeaders?: Readonly<Record<string, string>>;
}

/** What a server said to a question about itself. */
export interface ServerAnswer {
  readonly body: unknown;
  readonly headers: Headers;
  readonly circumstances: Circumstances;
}

/** Asks a server for JSON once, without retries. Throws `ModelError`, or the signal's reason. */
export async function askServer(
  { endpoint, apiKey, signal, log, fetch, limits, extraHeaders }: AskSettings,
  ask: (client: OpenAI) => PromiseLike<unknown>,
): Promise<ServerAnswer> {
  let headers = new Headers();
  const answers = sendRequest<ServerAnswer>(
    {
      endpoint,
      apiKey,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        headers = response.headers;
        return response;
      },
      limits,
      expects: 'json',
      ...(extraHeaders && { extraHeaders }),
      hasImages: false,
      signal,
      log,
      request: nextRequestNumber(),
      attempt: 1,
    },
    async function* (client, { circumstances }) {
      yield { body: await ask(client), headers, circumstances };
      return {};
    },
  );
  try {
    let given: ServerAnswer | undefined;
    for await (const answer of answers) {
      given = answer;
    }
    if (!given) {
      throw new Error('The request ended without an answer.');
    }
    return given;
  } catch (thrown) {
    throw thrown instanceof FailedRequest ? thrown.error : thrown;
  }
}
