import { randomUUID } from 'node:crypto';
import type { EmbeddingResult } from '../deltas';
import { ModelError } from '../model-error';
import type { EmbedOptions } from '../multimodal-model';
import { askOnce, isMissingOperation, missingOperation, type OperationSettings } from './ask-once';
import { readEmbeddings } from './read-embeddings';

/** Vectors of texts, from one request: `batchSize` is for who divides them. Throws `ModelError`, or the signal's reason. */
export async function embed(
  settings: OperationSettings,
  inputs: readonly string[],
  { dimensions, signal }: EmbedOptions,
): Promise<EmbeddingResult> {
  signal?.throwIfAborted();
  try {
    return await askOnce(settings, {
      // Not `client.embeddings`: it asks for base64, which fewer servers know.
      path: '/embeddings',
      // Numbers are what servers give when no encoding is named, and some know no name for it.
      body: { model: settings.model, input: inputs, ...(dimensions !== undefined && { dimensions }) },
      headers: { 'Idempotency-Key': randomUUID() },
      read: (answer) => readEmbeddings(answer, inputs.length),
      noAnswer: 'The server gave no embeddings.',
      signal,
    });
  } catch (thrown) {
    throw thrown instanceof ModelError && isUnsupported(thrown)
      ? missingOperation(thrown, 'This server or model makes no embeddings.')
      : thrown;
  }
}

/** A server may also say that the model is not made for it. */
function isUnsupported(error: ModelError): boolean {
  return (
    isMissingOperation(error) ||
    /does not support embeddings|not support(ed)? embedding|not an embedding model/i.test(error.detail ?? '')
  );
}
