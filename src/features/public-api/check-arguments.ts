import type { ListModelsOptions, ModelReference } from '../../api/iris';
import { checkSignal } from '../../model/check-input/check-signal';
import { fieldsOf, filledStringOf } from '../../model/check-input/fields';

/** Throws `ModelError` of kind `invalidInput`, as all of these do. */
export function checkReference(value: unknown): ModelReference | undefined {
  if (value === undefined) {
    return undefined;
  }
  const { endpoint, model } = fieldsOf(value, 'The reference');
  return {
    endpoint: filledStringOf(endpoint, 'The endpoint'),
    ...(model !== undefined && { model: filledStringOf(model, 'The model') }),
  };
}

/** The model that is named in the options of `embed`; undefined when none is. */
export function checkEmbedReference(value: unknown): Partial<ModelReference> | undefined {
  const { endpoint, model } = fieldsOf(value ?? {}, 'The options');
  if (endpoint === undefined && model === undefined) {
    return undefined;
  }
  return {
    ...(endpoint !== undefined && { endpoint: filledStringOf(endpoint, 'The endpoint') }),
    ...(model !== undefined && { model: filledStringOf(model, 'The model') }),
  };
}

export function checkListOptions(value: unknown): ListModelsOptions {
  const { endpoint, signal } = fieldsOf(value ?? {}, 'The options');
  return {
    ...(endpoint !== undefined && { endpoint: filledStringOf(endpoint, 'The endpoint') }),
    ...(signal !== undefined && { signal: checkSignal(signal, 'The signal') }),
  };
}

const longestReason = 300;

/** On one line: it stands in a dialog whose other words are Iris's own. */
export function checkReason(value: unknown): string {
  return filledStringOf(value, 'The reason').replace(/\s+/g, ' ').trim().slice(0, longestReason);
}
