import { ModelError } from '../../model/model-error';

/** Why a check of a server failed: a sentence, and the server's own words where it had any. */
export interface FailureReason {
  readonly sentence: string;
  readonly detail?: string;
}

/** Says why a list of models or a test answer did not come. Only a `ModelError` is known to hold no key. */
export function failureReason(error: unknown): FailureReason {
  if (!(error instanceof ModelError)) {
    return { sentence: 'Something unexpected went wrong; the log may tell more.' };
  }
  return { sentence: error.message, ...(error.detail && { detail: error.detail }) };
}
