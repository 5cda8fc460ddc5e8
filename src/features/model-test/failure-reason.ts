import { t } from '@vscode/l10n';
import { ModelError } from '../../model/model-error';

/** Why a check of a server failed. */
export interface FailureReason {
  readonly sentence: string;
  /** The server's own words, where it had any. */
  readonly detail?: string;
  /** A key, or another key, may help. */
  readonly needsKey: boolean;
}

/** Says why a list of models or a test answer did not come. Only a `ModelError` is known to hold no key. */
export function failureReason(error: unknown): FailureReason {
  if (!(error instanceof ModelError)) {
    return { sentence: t('Something unexpected went wrong; the log may tell more.'), needsKey: false };
  }
  return {
    sentence: error.message,
    ...(error.detail && { detail: error.detail }),
    needsKey: error.kind === 'keyMissing' || error.kind === 'unauthorized',
  };
}
