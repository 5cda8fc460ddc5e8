import type { ParameterLayer } from '../../shared/parameters';
import type { ModelOptions } from '../multimodal-model';
import { checkSignal } from './check-signal';
import { type Fields, fieldsOf, filledStringOf } from './fields';
import { invalidInput } from './invalid-input';

const longestIdentifier = 200;

/**
 * `null` is no options, as undefined is. What the parameters hold is checked by the model, which knows them. Throws
 * `ModelError` of kind `invalidInput`.
 */
export function checkOptions(options: unknown): ModelOptions | undefined {
  if (options === undefined || options === null) {
    return undefined;
  }
  const { signal, parameters, conversationId } = fieldsOf(options, 'options');
  return {
    ...(signal !== undefined && { signal: checkSignal(signal, 'options.signal') }),
    ...(parameters !== undefined && { parameters: checkParameters(parameters) }),
    ...(conversationId !== undefined && { conversationId: checkIdentifier(conversationId) }),
  };
}

function checkParameters(value: unknown): ParameterLayer & Fields {
  return fieldsOf(value, 'options.parameters');
}

function checkIdentifier(value: unknown): string {
  const where = 'options.conversationId';
  const text = filledStringOf(value, where);
  if (text.length > longestIdentifier) {
    throw invalidInput(`${where} must have at most ${longestIdentifier} characters.`);
  }
  return text;
}
