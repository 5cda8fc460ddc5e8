import type { ModelError } from '../model-error';

/** One try that failed, and whether another may go better. Never leaves this folder: callers get the `ModelError`. */
export class FailedRequest extends Error {
  override readonly name = 'FailedRequest';
  readonly error: ModelError;
  readonly repeatable: boolean;
  /** The body of a refusal; absent where no status said no, neither the answer's nor one inside of it. */
  readonly body: string | undefined;

  constructor(error: ModelError, { repeatable, body }: { readonly repeatable: boolean; readonly body?: string }) {
    super(error.message);
    this.error = error;
    this.repeatable = repeatable;
    this.body = body;
  }
}
