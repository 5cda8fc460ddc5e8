import type { EmbedOptions } from '../multimodal-model';
import { checkSignal } from './check-signal';
import { arrayOf, fieldsOf, filledStringOf } from './fields';
import { invalidInput } from './invalid-input';

/** OpenAI's bound (https://platform.openai.com/docs/api-reference/embeddings/create). */
const mostInOneRequest = 2048;

/** Throws `ModelError` of kind `invalidInput`. */
export function checkEmbedInputs(inputs: unknown): readonly string[] {
  return arrayOf(inputs, 'inputs').map((input, index) => filledStringOf(input, `inputs[${index}]`));
}

/** `null` is no options, as undefined is. Throws `ModelError` of kind `invalidInput`. */
export function checkEmbedOptions(options: unknown): EmbedOptions | undefined {
  if (options === undefined || options === null) {
    return undefined;
  }
  const { signal, dimensions, batchSize } = fieldsOf(options, 'options');
  return {
    ...(signal !== undefined && { signal: checkSignal(signal, 'options.signal') }),
    ...(dimensions !== undefined && {
      dimensions: checkCount(dimensions, 'options.dimensions', Number.MAX_SAFE_INTEGER),
    }),
    ...(batchSize !== undefined && { batchSize: checkCount(batchSize, 'options.batchSize', mostInOneRequest) }),
  };
}

function checkCount(value: unknown, where: string, most: number): number {
  if (!(typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most)) {
    const range = most === Number.MAX_SAFE_INTEGER ? 'a whole number above 0' : `a whole number from 1 to ${most}`;
    throw invalidInput(`${where} must be ${range}.`);
  }
  return value;
}
