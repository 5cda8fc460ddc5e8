import { t } from '@vscode/l10n';
import type { ModelError } from '../../model/model-error';
import type { Wordings } from './wording';

/** The server was not reached, or did not serve. */
export const connectionWordings = {
  rateLimited: ({ error, endpoint, status, kept, goOn }) => ({
    message: t('{0} takes no more requests for now{1}. {2} {3}', endpoint, status, waitOf(error), kept),
    actions: [goOn, 'selectModel'],
  }),
  serverError: ({ endpoint, status, kept, goOn, goOnText }) => ({
    message: t('{0} had an error of its own{1}. {2} {3}', endpoint, status, kept, goOnText),
    actions: [goOn, 'selectModel', 'openLog'],
  }),
  connectionRefused: ({ endpoint, kept, goOn }) => ({
    message: t(
      'Nothing answers at the address of {0}. {1} Start the server or check its address, then retry.',
      endpoint,
      kept,
    ),
    actions: [goOn, 'editEndpoint', 'selectModel', 'openLog'],
  }),
  hostNotFound: ({ endpoint, kept, goOn }) => ({
    message: t(
      "The host of {0} can't be found. {1} Check your network and the endpoint's address, then retry.",
      endpoint,
      kept,
    ),
    actions: [goOn, 'editEndpoint', 'selectModel', 'openLog'],
  }),
  certificate: ({ endpoint, kept }) => ({
    message: t(
      'The secure connection to {0} could not be trusted, so nothing was sent. {1} Check its certificate and your proxy; the log names the reason.',
      endpoint,
      kept,
    ),
    actions: ['openLog', 'retry', 'editEndpoint', 'selectModel'],
  }),
  redirected: ({ endpoint, kept }) => ({
    message: t(
      '{0} redirects to another address, which Iris does not follow with your key. {1} Set the endpoint to its final address.',
      endpoint,
      kept,
    ),
    actions: ['editEndpoint', 'selectModel', 'openLog'],
  }),
  timeout: ({ endpoint, kept, goOn, goOnText }) => ({
    message: t('{0} did not answer in time. {1} {2}', endpoint, kept, goOnText),
    actions: [goOn, 'selectModel'],
  }),
  connectionLost: ({ endpoint, kept, goOn, goOnText }) => ({
    message: t('The connection to {0} broke. {1} {2}', endpoint, kept, goOnText),
    actions: [goOn, 'openLog'],
  }),
  notAStream: ({ endpoint, status, kept, goOn }) => ({
    message: t(
      "What {0} sent is not a model's answer{1}. {2} Check the endpoint's address; the log may tell more.",
      endpoint,
      status,
      kept,
    ),
    actions: ['editEndpoint', goOn, 'openLog'],
  }),
} satisfies Wordings;

function waitOf(error: ModelError): string {
  if (error.retryAfterMilliseconds === undefined) {
    return t('Wait a moment or check your quota, then go on.');
  }
  return t('It asks to wait {0}, then go on.', formatWait(Math.ceil(error.retryAfterMilliseconds / 1000)));
}

function formatWait(seconds: number): string {
  if (seconds < 120) {
    return seconds === 1 ? t('1 second') : t('{0} seconds', seconds);
  }
  return seconds < 7200 ? t('{0} minutes', Math.ceil(seconds / 60)) : t('{0} hours', Math.ceil(seconds / 3600));
}
