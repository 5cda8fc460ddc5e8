import { t } from '@vscode/l10n';
import { storageMessage } from './storage-message';
import type { Wordings } from './wording';

/** The answer broke off, or was not kept. */
export const answerWordings = {
  incompleteAnswer: ({ context, model, kept, goOnText }) => ({
    message: context.hasPartialAnswer
      ? t('The answer of {0} ended before it was complete. {1} {2}', model, kept, goOnText)
      : t('The model {0} ended without an answer. {1} Retry or choose another model.', model, kept),
    actions: context.hasPartialAnswer ? ['continueAnswer'] : ['retry', 'selectModel'],
  }),
  contentFiltered: ({ endpoint, kept, withoutImages }) => ({
    message: t('The content filter of {0} stopped this answer. {1} Change the question and ask again.', endpoint, kept),
    actions: [...withoutImages, 'retry', 'selectModel'],
  }),
  storage: ({ error, kept }) => ({
    message: `${storageMessage(error.cause ?? error)} ${kept}`,
    actions: ['retry', 'openLog'],
  }),
  unknown: ({ endpoint, model, kept, goOn }) => ({
    message: t(
      'Something unexpected went wrong with {0} at {1}. {2} Retry; the log may tell more.',
      model,
      endpoint,
      kept,
    ),
    actions: [goOn, 'openLog'],
  }),
} satisfies Wordings;
