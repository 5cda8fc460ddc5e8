import { invalidInput } from './invalid-input';

/**
 * A signal that the platform takes: one of another realm, or of a library, is followed by one of this realm. Throws
 * `ModelError` of kind `invalidInput`.
 */
export function checkSignal(value: unknown, where: string): AbortSignal {
  if (value instanceof AbortSignal) {
    return value;
  }
  if (!isSignal(value)) {
    throw invalidInput(`${where} must be an AbortSignal.`);
  }
  const controller = new AbortController();
  const abort = (): void => controller.abort(value.reason);
  if (value.aborted) {
    abort();
  } else {
    value.addEventListener('abort', abort, { once: true });
  }
  return controller.signal;
}

function isSignal(value: unknown): value is AbortSignal {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'aborted') === 'boolean' &&
    ['addEventListener', 'throwIfAborted'].every((name) => typeof Reflect.get(value, name) === 'function')
  );
}
