import { randomUUID } from 'node:crypto';
import { mergeParameters } from '../../shared/effective-parameters';
import type { EmbeddingResult } from '../deltas';
import { ModelError } from '../model-error';
import type { EmbedOptions } from '../multimodal-model';
import { failure } from './errors';
import { limitsOf } from './limits';
import type { OpenAiModelSettings } from './openai-model';
import { readEmbeddings } from './read-embeddings';
import { sendRequest } from './request';
import { nextRequestNumber } from './request-number';
import { defaultRetries, withRetries } from './retry';

/**
 * Vectors of texts, from one request: `batchSize` is for who divides them. Of the person's parameters, the headers and
 * query parameters of every request are sent; the others, `extra_body` among them, are about chats. Throws `ModelError`,
 * or the signal's reason.
 */
export async function embed(
  settings: OpenAiModelSettings,
  inputs: readonly string[],
  { dimensions, signal }: EmbedOptions,
): Promise<EmbeddingResult> {
  signal?.throwIfAborted();
  const { endpoint, model, apiKey, log, onExchange, fetch = globalThis.fetch, limits, parameters = {} } = settings;
  const { extra_headers = {}, extra_query = {} } = mergeParameters(parameters);
  const request = nextRequestNumber();
  // Numbers are what servers give when no encoding is named, and some know no name for it.
  const body = { model, input: inputs, ...(dimensions !== undefined && { dimensions }) };
  const headers = { 'Idempotency-Key': randomUUID() };
  const answers = withRetries(
    (attempt) =>
      sendRequest<EmbeddingResult>(
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
          // Not `client.embeddings`: it asks for base64, which fewer servers know.
          const answer = await client.post<unknown>('/embeddings', {
            body,
            headers,
            query: extra_query,
            ...(signal && { signal }),
          });
          const result = readEmbeddings(answer, inputs.length);
          if (!result) {
            throw failure('notAStream', exchange.circumstances, { repeatable: false });
          }
          yield result;
          return { ...(result.usage && { usage: result.usage }) };
        },
      ),
    {
      mostRetries: endpoint.maxRetries ?? defaultRetries,
      signal,
      onRetry: (retry) => log?.({ event: 'retryScheduled', request, ...retry }),
    },
  );
  try {
    for await (const answer of answers) {
      if (!('type' in answer)) {
        return answer;
      }
    }
  } catch (thrown) {
    throw thrown instanceof ModelError ? typed(thrown) : thrown;
  }
  throw new ModelError('incompleteAnswer', 'The server gave no embeddings.');
}

/** A server without the operation says 404, 405 or 501, or that the model is not made for it. */
function typed(error: ModelError): ModelError {
  const missing =
    ((error.status === 404 || error.status === 405) && error.kind !== 'modelNotFound') ||
    error.status === 501 ||
    /does not support embeddings|not support(ed)? embedding|not an embedding model/i.test(error.detail ?? '');
  const { status, detail, requestId } = error;
  return missing
    ? new ModelError('unsupported', 'This server or model makes no embeddings.', {
        ...(status !== undefined && { status }),
        ...(detail !== undefined && { detail }),
        ...(requestId !== undefined && { requestId }),
        cause: error,
      })
    : error;
}
