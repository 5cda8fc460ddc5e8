import { t } from '@vscode/l10n';
import { ModelError } from '../model/model-error';
import type { Failure, FailureAction } from '../shared/failure';
import { accessWordings } from './failure-wording/access';
import { answerWordings } from './failure-wording/answer';
import { connectionWordings } from './failure-wording/connection';
import type { FailureContext } from './failure-wording/failure-context';
import { requestWordings } from './failure-wording/request';
import { storageMessage } from './failure-wording/storage-message';
import { phrasesFor, type Wordings } from './failure-wording/wording';

/** A server that asks for a longer pause is only waited for when the person wants that. */
const longestSilentWaitMilliseconds = 60_000;

const wordings = {
  ...accessWordings,
  ...connectionWordings,
  ...requestWordings,
  ...answerWordings,
} satisfies Required<Wordings>;

/** Turns whatever a model threw into what the panel shows and the journal keeps. */
export function describeFailure(error: unknown, context: FailureContext): Failure {
  // Only a ModelError is known to hold no key; what any other error says belongs in the log.
  const modelError = error instanceof ModelError ? error : new ModelError('unknown', '');
  const { kind, detail } = modelError;
  const { message, actions } = wordings[kind](phrasesFor(modelError, context));
  const retryAt = retryTimeOf(modelError);
  return {
    kind,
    message,
    // Whatever else is done first, asking again comes after it.
    actions: [
      ...new Set<FailureAction>([...(retryAt === undefined ? [] : ['waitAndRetry' as const]), ...actions, 'retry']),
    ],
    ...(detail && { detail }),
    ...(retryAt !== undefined && { retryAt }),
  };
}

function retryTimeOf({ retryAfterMilliseconds = 0 }: ModelError): number | undefined {
  return retryAfterMilliseconds > longestSilentWaitMilliseconds ? Date.now() + retryAfterMilliseconds : undefined;
}

/** The editor ended while the answer was still coming. */
export function describeInterruption({ text }: { readonly text: string }): Failure {
  return text === ''
    ? {
        kind: 'incompleteAnswer',
        message: t('The editor closed before the answer began. Your question is kept. Retry.'),
        actions: ['retry'],
      }
    : {
        kind: 'incompleteAnswer',
        message: t(
          'The editor closed before the answer was complete. What came so far is kept. Continue from there, or retry.',
        ),
        actions: ['continueAnswer', 'retry'],
      };
}

/** The model used up the tokens that one answer may have. */
export function describeLengthLimit({ model, hasPartialAnswer }: FailureContext): Failure {
  return hasPartialAnswer
    ? {
        kind: 'incompleteAnswer',
        message: t(
          'The model {0} reached its output limit before the answer was complete. What came so far is kept. Continue from there.',
          model.model,
        ),
        actions: ['continueAnswer', 'retry'],
      }
    : {
        kind: 'incompleteAnswer',
        message: t(
          'The model {0} reached its output limit before it wrote an answer. Your question is kept. Retry or choose another model.',
          model.model,
        ),
        actions: ['retry', 'selectModel'],
      };
}

/** An attachment of this question is gone from the disk. */
export function describeMissingAttachment(name: string): Failure {
  return {
    kind: 'mediaUnreadable',
    message: t(
      'The stored copy of {0} is gone or damaged, so nothing was sent. Your question is kept. Attach {0} again and ask, or ask without images.',
      name,
    ),
    actions: ['removeImages', 'retry', 'openLog'],
  };
}

/** The chat can't be saved any more. */
export function describeStorageFailure(error: Error): Failure {
  return {
    kind: 'storage',
    message: `${storageMessage(error)} ${t('The chat goes on and stays in memory; Iris tries again to save it with each question.')}`,
    detail: error.message,
    actions: ['openLog'],
  };
}
