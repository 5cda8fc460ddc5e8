import { randomUUID } from 'node:crypto';
import type { TokenUsage } from '../../shared/usage';
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

/** Texts in one request, and OpenAI's limit of that (https://platform.openai.com/docs/api-reference/embeddings). */
const defaultBatchSize = 256;
const largestBatchSize = 2_048;

/** Vectors of texts, from as many requests as it takes. Throws `ModelError`, or the signal's reason. */
export async function embed(
  settings: OpenAiModelSettings,
  inputs: readonly string[],
  options: EmbedOptions,
): Promise<EmbeddingResult> {
  const { signal, dimensions, batchSize = defaultBatchSize } = options;
  checkInput(inputs, dimensions, batchSize);
  const vectors: Float32Array[] = [];
  let usage: TokenUsage | undefined;
  for (let start = 0; start < inputs.length; start += batchSize) {
    const result = await embedBatch(settings, inputs.slice(start, start + batchSize), { dimensions, signal });
    vectors.push(...result.vectors);
    usage = added(usage, result.usage);
  }
  signal?.throwIfAborted();
  return { vectors, ...(usage && { usage }) };
}

interface BatchOptions {
  readonly dimensions: number | undefined;
  readonly signal: AbortSignal | undefined;
}

async function embedBatch(
  settings: OpenAiModelSettings,
  inputs: readonly string[],
  { dimensions, signal }: BatchOptions,
): Promise<EmbeddingResult> {
  signal?.throwIfAborted();
  const { endpoint, model, apiKey, log, onExchange, fetch = globalThis.fetch, limits } = settings;
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
          const answer = await client.post<unknown>('/embeddings', { body, headers, ...(signal && { signal }) });
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

function checkInput(inputs: readonly string[], dimensions: number | undefined, batchSize: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > largestBatchSize) {
    throw new ModelError('invalidParameter', `"batchSize" must be a whole number from 1 to ${largestBatchSize}.`);
  }
  if (dimensions !== undefined && (!Number.isInteger(dimensions) || dimensions < 1)) {
    throw new ModelError('invalidParameter', '"dimensions" must be a whole number from 1.');
  }
  const empty = inputs.findIndex((input) => typeof input !== 'string' || input === '');
  if (empty >= 0) {
    throw new ModelError('invalidInput', `Text ${empty + 1} of those to embed is empty; servers refuse that.`);
  }
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

function added(sum: TokenUsage | undefined, usage: TokenUsage | undefined): TokenUsage | undefined {
  if (!sum || !usage) {
    return usage ?? sum;
  }
  const cost = sum.cost && usage.cost && { ...sum.cost, dollars: sum.cost.dollars + usage.cost.dollars };
  return {
    inputTokens: sum.inputTokens + usage.inputTokens,
    outputTokens: sum.outputTokens + usage.outputTokens,
    ...(cost && { cost }),
  };
}
