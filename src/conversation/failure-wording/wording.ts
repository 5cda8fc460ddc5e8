import { t } from '@vscode/l10n';
import type { ModelError } from '../../model/model-error';
import type { FailureAction, FailureKind } from '../../shared/failure';
import type { FailureContext } from './failure-context';

/** What happened, what was kept and what to do, in whole sentences; and the steps that are offered, the best one first. */
export interface Wording {
  readonly message: string;
  readonly actions: readonly FailureAction[];
}

export type Wordings = Partial<Record<FailureKind, (phrases: Phrases) => Wording>>;

/** What the words about a failure are made of. */
export interface Phrases {
  readonly error: ModelError;
  readonly context: FailureContext;
  readonly endpoint: string;
  readonly model: string;
  /** As in " (HTTP 429)"; empty where no server answered. */
  readonly status: string;
  /** What was kept, as a sentence. */
  readonly kept: string;
  /** How to get the rest of the answer, or all of it. */
  readonly goOn: FailureAction;
  readonly goOnText: string;
  /** Empty where no pictures were sent. */
  readonly withoutImages: readonly FailureAction[];
}

export function phrasesFor(error: ModelError, context: FailureContext): Phrases {
  return {
    error,
    context,
    endpoint: context.model.endpoint,
    model: context.model.model,
    status: error.status === undefined ? '' : ` (HTTP ${error.status})`,
    kept: context.hasPartialAnswer ? t('What came so far is kept.') : t('Your question is kept.'),
    goOn: context.hasPartialAnswer ? 'continueAnswer' : 'retry',
    goOnText: context.hasPartialAnswer ? t('Continue from there, or retry.') : t('Retry.'),
    withoutImages: context.imageCount ? ['removeImages'] : [],
  };
}
