import { t } from '@vscode/l10n';
import type { Wordings } from './wording';

/** There is no model, no key, no permission, no budget. */
export const accessWordings = {
  noModel: () => ({
    message: t('No model is set up, so nothing was sent. Your question is kept. Add an endpoint or choose a model.'),
    actions: ['addEndpoint', 'selectModel'],
  }),
  keyMissing: ({ endpoint, kept }) => ({
    message: t('{0} needs an API key and none is stored. {1} Set the key, then retry.', endpoint, kept),
    actions: ['setApiKey', 'retry', 'selectModel'],
  }),
  unauthorized: ({ endpoint, status, kept }) => ({
    message: t('{0} did not accept the API key{1}. {2} Set another key, then retry.', endpoint, status, kept),
    actions: ['setApiKey', 'retry', 'selectModel'],
  }),
  forbidden: ({ error, endpoint, model, status, kept }) => {
    // Without an answer of a server, it is a language model of VS Code that needs a yes of the person.
    if (error.status === undefined) {
      return {
        message: t(
          '{0} does not let Iris use {1}. {2} Retry and allow it when VS Code asks, or choose another model.',
          endpoint,
          model,
          kept,
        ),
        actions: ['retry', 'selectModel'],
      };
    }
    return {
      message: t(
        '{0} does not allow this API key to use {1}{2}. {3} Choose another model or set another key.',
        endpoint,
        model,
        status,
        kept,
      ),
      actions: ['selectModel', 'setApiKey'],
    };
  },
  modelNotFound: ({ endpoint, model, status, kept }) => ({
    message: t('{0} has no model named {1}{2}. {3} Choose another model.', endpoint, model, status, kept),
    actions: ['selectModel'],
  }),
  budgetReached: ({ error, endpoint, kept }) => ({
    message: t(
      'Nothing was sent to {0}: {1} {2} Raise the budget in the settings or choose a model that costs nothing.',
      endpoint,
      error.message,
      kept,
    ),
    actions: ['openSettings', 'showUsage', 'selectModel'],
  }),
} satisfies Wordings;
