import { t } from '@vscode/l10n';
import { ModelError } from '../model/model-error';
import type { ModelLabel } from '../shared/conversation';
import type { Failure, FailureAction } from '../shared/failure';
import { BlobError } from '../store/blob-store';

export interface FailureContext {
  readonly model: ModelLabel;
  /** Whether a part of the answer has come. */
  readonly hasPartialAnswer?: boolean;
  /** Pictures that were sent. */
  readonly imageCount?: number;
  /** Attachments of earlier questions could be carried smaller than they were. */
  readonly canGiveWay?: boolean;
}

/** A server that asks for a longer pause is only waited for when the person wants that. */
const longestSilentWaitMilliseconds = 60_000;

interface Wording {
  readonly message: string;
  readonly actions: readonly FailureAction[];
}

/** Turns whatever a model threw into what the panel shows and the journal keeps. */
export function describeFailure(error: unknown, context: FailureContext): Failure {
  // Only a ModelError is known to hold no key; what any other error says belongs in the log.
  const modelError = error instanceof ModelError ? error : new ModelError('unknown', '');
  const { kind, detail } = modelError;
  const { message, actions } = wordingOf(modelError, context);
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

function wordingOf(error: ModelError, context: FailureContext): Wording {
  const { endpoint, model } = context.model;
  const kept = context.hasPartialAnswer ? t('What came so far is kept.') : t('Your question is kept.');
  const goOn: FailureAction = context.hasPartialAnswer ? 'continueAnswer' : 'retry';
  const goOnText = context.hasPartialAnswer ? t('Continue from there, or retry.') : t('Retry.');
  const withoutImages: readonly FailureAction[] = context.imageCount ? ['removeImages'] : [];
  const status = error.status === undefined ? '' : ` (HTTP ${error.status})`;

  switch (error.kind) {
    case 'noModel':
      return {
        message: t(
          'No model is set up, so nothing was sent. Your question is kept. Add an endpoint or choose a model.',
        ),
        actions: ['addEndpoint', 'selectModel'],
      };
    case 'keyMissing':
      return {
        message: t('{0} needs an API key and none is stored. {1} Set the key, then retry.', endpoint, kept),
        actions: ['setApiKey', 'retry', 'selectModel'],
      };
    case 'unauthorized':
      return {
        message: t('{0} did not accept the API key{1}. {2} Set another key, then retry.', endpoint, status, kept),
        actions: ['setApiKey', 'retry', 'selectModel'],
      };
    case 'forbidden':
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
    case 'modelNotFound':
      return {
        message: t('{0} has no model named {1}{2}. {3} Choose another model.', endpoint, model, status, kept),
        actions: ['selectModel'],
      };
    case 'tooLarge':
      return {
        message: context.imageCount
          ? t(
              'The request is larger than {0} accepts{1}. {2} Remove images or start a new chat.',
              endpoint,
              status,
              kept,
            )
          : t(
              'The request is larger than {0} accepts{1}. {2} Ask with less text or start a new chat.',
              endpoint,
              status,
              kept,
            ),
        actions: [...withoutImages, 'newChat', 'selectModel'],
      };
    case 'contextExceeded':
      return {
        message: t('This chat is longer than {0} can read at once. {1} {2}', model, kept, shorteningOf(context)),
        actions: [
          ...(context.canGiveWay ? (['reduceEarlier'] as const) : []),
          'newChat',
          ...withoutImages,
          'selectModel',
        ],
      };
    case 'rateLimited':
      return {
        message: t('{0} takes no more requests for now{1}. {2} {3}', endpoint, status, waitOf(error), kept),
        actions: [goOn, 'selectModel'],
      };
    case 'serverError':
      return {
        message: t('{0} had an error of its own{1}. {2} {3}', endpoint, status, kept, goOnText),
        actions: [goOn, 'selectModel', 'openLog'],
      };
    case 'connectionRefused':
      return {
        message: t(
          'Nothing answers at the address of {0}. {1} Start the server or check its address, then retry.',
          endpoint,
          kept,
        ),
        actions: [goOn, 'selectModel', 'openLog'],
      };
    case 'hostNotFound':
      return {
        message: t(
          "The host of {0} can't be found. {1} Check your network and the endpoint's address, then retry.",
          endpoint,
          kept,
        ),
        actions: [goOn, 'selectModel', 'openLog'],
      };
    case 'certificate':
      return {
        message: t(
          'The secure connection to {0} could not be trusted, so nothing was sent. {1} Check its certificate and your proxy; the log names the reason.',
          endpoint,
          kept,
        ),
        actions: ['openLog', 'retry', 'selectModel'],
      };
    case 'redirected':
      return {
        message: t(
          '{0} redirects to another address, which Iris does not follow with your key. {1} Set the endpoint to its final address.',
          endpoint,
          kept,
        ),
        actions: ['addEndpoint', 'selectModel', 'openLog'],
      };
    case 'timeout':
      return {
        message: t('{0} did not answer in time. {1} {2}', endpoint, kept, goOnText),
        actions: [goOn, 'selectModel'],
      };
    case 'connectionLost':
      return {
        message: t('The connection to {0} broke. {1} {2}', endpoint, kept, goOnText),
        actions: [goOn, 'openLog'],
      };
    case 'incompleteAnswer':
      return {
        message: context.hasPartialAnswer
          ? t('The answer of {0} ended before it was complete. {1} {2}', model, kept, goOnText)
          : t('The model {0} ended without an answer. {1} Retry or choose another model.', model, kept),
        actions: context.hasPartialAnswer ? ['continueAnswer'] : ['retry', 'selectModel'],
      };
    case 'notAStream':
      return {
        message: t(
          "What {0} sent is not a model's answer{1}. {2} Check the endpoint's address; the log may tell more.",
          endpoint,
          status,
          kept,
        ),
        actions: ['selectModel', 'openLog'],
      };
    case 'imagesUnsupported':
      return {
        message: t(
          'The model {0} at {1} does not take images. {2} Choose a model that sees, or ask without the images.',
          model,
          endpoint,
          kept,
        ),
        actions: ['selectModel', 'removeImages'],
      };
    case 'contentFiltered':
      return {
        message: t(
          'The content filter of {0} stopped this answer. {1} Change the question and ask again.',
          endpoint,
          kept,
        ),
        actions: [...withoutImages, 'retry', 'selectModel'],
      };
    case 'badRequest':
      return {
        message: context.imageCount
          ? t(
              '{0} refused the request{1}. {2} Ask without the images, choose another model, or read its reason in the log.',
              endpoint,
              status,
              kept,
            )
          : t(
              '{0} refused the request{1}. {2} Choose another model, or read its reason in the log.',
              endpoint,
              status,
              kept,
            ),
        actions: [...withoutImages, 'selectModel', 'retry', 'openLog'],
      };
    case 'mediaUnreadable':
      if (error.cause instanceof BlobError) {
        return {
          message: t(
            '{0} The request was broken off. {1} Attach it again and ask, or ask without images.',
            error.message,
            kept,
          ),
          actions: ['removeImages', 'retry', 'openLog'],
        };
      }
      return {
        message:
          context.imageCount === 1
            ? t('{0} could not read the image. {1} Attach it in another format, or ask without it.', endpoint, kept)
            : t('{0} could not read an image. {1} Attach it in another format, or ask without it.', endpoint, kept),
        actions: ['removeImages', 'retry', 'selectModel'],
      };
    case 'storage':
      return { message: `${storageMessage(error.cause ?? error)} ${kept}`, actions: ['retry', 'openLog'] };
    case 'invalidParameter':
      return {
        message: t('Nothing was sent to {0}: {1} {2} Change the value, then retry.', endpoint, error.message, kept),
        actions: ['retry', 'openSettings'],
      };
    case 'invalidInput':
      return { message: t('Nothing was sent to {0}: {1} {2}', endpoint, error.message, kept), actions: ['retry'] };
    case 'unsupported':
      return {
        message: t("The model {0} at {1} can't do this{2}. {3} Choose another model.", model, endpoint, status, kept),
        actions: ['selectModel', 'retry'],
      };
    case 'budgetReached':
      return {
        message: t(
          'Nothing was sent to {0}: {1} {2} Raise the budget in the settings or choose a model that costs nothing.',
          endpoint,
          error.message,
          kept,
        ),
        actions: ['openSettings', 'showUsage', 'selectModel'],
      };
    case 'unknown':
      return {
        message: t(
          'Something unexpected went wrong with {0} at {1}. {2} Retry; the log may tell more.',
          model,
          endpoint,
          kept,
        ),
        actions: [goOn, 'openLog'],
      };
  }
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

function storageMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return t("This chat can't be saved: the disk is full. Free some space.");
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return t("This chat can't be saved: Iris may not write to its storage folder. Check its permissions.");
    default:
      return t("This chat can't be saved: writing to the disk failed.");
  }
}

function shorteningOf({ canGiveWay, imageCount }: FailureContext): string {
  if (canGiveWay) {
    return imageCount
      ? t('Send earlier media smaller, start a new chat, remove images or choose a model with a larger context.')
      : t('Send earlier media smaller, start a new chat or choose a model with a larger context.');
  }
  return imageCount
    ? t('Start a new chat, remove images or choose a model with a larger context.')
    : t('Start a new chat or choose a model with a larger context.');
}

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
