import { ModelError } from '../model-error';
import type { EmbedOptions } from '../multimodal-model';

/** Texts in one request, and OpenAI's limit of that (https://platform.openai.com/docs/api-reference/embeddings). */
const defaultBatchSize = 256;
const largestBatchSize = 2_048;

/**
 * Divides texts into those of each request, in their order. All are checked first, so that nothing is paid for texts of
 * which a later one would be refused. Throws `ModelError`.
 */
export function embedBatches(inputs: readonly string[], options: EmbedOptions): readonly (readonly string[])[] {
  const { dimensions, batchSize = defaultBatchSize } = options;
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
  const count = Math.ceil(inputs.length / batchSize);
  return Array.from({ length: count }, (_, index) => inputs.slice(index * batchSize, (index + 1) * batchSize));
}
