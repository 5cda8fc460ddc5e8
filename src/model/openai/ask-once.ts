import { mergeParameters } from '../../shared/effective-parameters';
import type { JsonObject } from '../../shared/parameters';
import type { TokenUsage } from '../../shared/usage';
import { ModelError } from '../model-error';
import { failure } from './errors';
import { limitsOf } from './limits';
import type { OpenAiModelSettings } from './openai-model';
import { sendRequest } from './request';
import { nextRequestNumber } from './request-number';
import { defaultRetries, withRetries } from './retry';

export type OperationSettings = Pick<
  OpenAiModelSettings,
  'endpoint' | 'model' | 'apiKey' | 'log' | 'onExchange' | 'fetch' | 'limits' | 'parameters'
>;

/** What a server does besides chats: one request, answered with one JSON value. */
export interface Operation<T> {
  readonly path: string;
  /** What is sent, or what is shown of it to people. */
  readonly body: JsonObject;
  /** What is sent where that is no JSON. */
  readonly bytes?: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for what is no answer to it. */
  readonly read: (answer: unknown) => T | undefined;
  /** Said where the server gave none. */
  readonly noAnswer: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks for it, again where that failed for a passing reason. Of the person's parameters, the headers and query parameters of
 * every request are sent; the others, `extra_body` among them, are about chats. Throws `ModelError`, or the signal's reason.
 */
export async function askOnce<T extends { readonly usage?: TokenUsage }>(
  { endpoint, apiKey, log, onExchange, fetch = globalThis.fetch, limits, parameters = {} }: OperationSettings,
  { path, body, bytes, headers, read, noAnswer, signal }: Operation<T>,
): Promise<T> {
  const { extra_headers = {}, extra_query = {} } = mergeParameters(parameters);
  const request = nextRequestNumber();
  const answers = withRetries(
    (attempt) =>
      sendRequest<{ readonly result: T }>(
        {
          endpoint,
          apiKey,
          fetch,
          limits: limitsOf(endpoint, limits),
          expects: 'json',
          extraHeaders: extra_headers,
          ofDeployment: true,
          hasImages: false,
          signal,
          log,
          request,
          attempt,
          onExchange,
          body,
        },
        async function* (client, exchange) {
          const options = { body: bytes ?? body, headers, query: extra_query, ...(signal && { signal }) };
          const result = read(await client.post<unknown>(path, options));
          if (!result) {
            throw failure('notAStream', exchange.circumstances, { repeatable: false });
          }
          yield { result };
          return { ...(result.usage && { usage: result.usage }) };
        },
      ),
    {
      mostRetries: endpoint.maxRetries ?? defaultRetries,
      signal,
      onRetry: (retry) => log?.({ event: 'retryScheduled', request, ...retry }),
    },
  );
  for await (const answer of answers) {
    if ('result' in answer) {
      return answer.result;
    }
  }
  throw new ModelError('incompleteAnswer', noAnswer);
}

/** A server without the operation says 404, 405 or 501. */
export function isMissingOperation({ status, kind }: ModelError): boolean {
  return ((status === 404 || status === 405) && kind !== 'modelNotFound') || status === 501;
}

export function missingOperation(cause: ModelError, message: string): ModelError {
  const { status, detail, requestId } = cause;
  return new ModelError('unsupported', message, {
    ...(status !== undefined && { status }),
    ...(detail !== undefined && { detail }),
    ...(requestId !== undefined && { requestId }),
    cause,
  });
}
