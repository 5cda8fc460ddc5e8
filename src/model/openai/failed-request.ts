import type { ModelError } from '../model-error';

/** One try that failed, and whether another may go better. Never leaves this folder: callers get the `ModelError`. */
export class FailedRequest extends Error {
  override readonly name = 'FailedRequest';
  readonly error: ModelError;
  readonly repeatable: boolean;

  constructor(error: ModelError, { repeatable }: { readonly repeatable: boolean }) {
    super(error.message);
    this.error = error;
    this.repeatable = repeatable;
  }
}
