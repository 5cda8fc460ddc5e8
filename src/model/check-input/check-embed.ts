import { arrayOf, fieldsOf, filledStringOf } from './fields';
import { invalidInput } from './invalid-input';

/** OpenAI's bound (https://platform.openai.com/docs/api-reference/embeddings/create). */
const mostInOneRequest = 2048;

/** Throws `ModelError` of kind `invalidInput`. */
export function checkEmbedInputs(inputs: unknown): readonly string[] {
  return arrayOf(inputs, 'inputs').map((input, index) => filledStringOf(input, `inputs[${index}]`));
}

/** Throws `ModelError` of kind `invalidInput`. */
export function checkEmbedOptions(options: unknown): void {
  if (options === undefined) {
    return;
  }
  const { dimensions, batchSize } = fieldsOf(options, 'options');
  checkCount(dimensions, 'options.dimensions', Number.MAX_SAFE_INTEGER);
  checkCount(batchSize, 'options.batchSize', mostInOneRequest);
}

function checkCount(value: unknown, where: string, most: number): void {
  if (value !== undefined && !(typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most)) {
    const range = most === Number.MAX_SAFE_INTEGER ? 'a whole number above 0' : `a whole number from 1 to ${most}`;
    throw invalidInput(`${where} must be ${range}.`);
  }
}
