import { t } from '@vscode/l10n';
import { BlobError } from '../../store/blob-store';
import type { FailureContext } from './failure-context';
import type { Wordings } from './wording';

/** What was asked can't be answered. */
export const requestWordings = {
  tooLarge: ({ context, endpoint, status, kept, withoutImages }) => ({
    message: context.imageCount
      ? t('The request is larger than {0} accepts{1}. {2} Remove images or start a new chat.', endpoint, status, kept)
      : t(
          'The request is larger than {0} accepts{1}. {2} Ask with less text or start a new chat.',
          endpoint,
          status,
          kept,
        ),
    actions: [...withoutImages, 'newChat', 'selectModel'],
  }),
  contextExceeded: ({ context, model, kept, withoutImages }) => ({
    message: t('This chat is longer than {0} can read at once. {1} {2}', model, kept, shorteningOf(context)),
    actions: [...(context.canGiveWay ? (['reduceEarlier'] as const) : []), 'newChat', ...withoutImages, 'selectModel'],
  }),
  imagesUnsupported: ({ endpoint, model, kept }) => ({
    message: t(
      'The model {0} at {1} does not take images. {2} Choose a model that sees, or ask without the images.',
      model,
      endpoint,
      kept,
    ),
    actions: ['selectModel', 'removeImages'],
  }),
  badRequest: ({ error, context, endpoint, status, kept, withoutImages }) => {
    // A server that knows no such model says so: this one does not know the path.
    if (error.status === 404 || error.status === 405) {
      return {
        message: t(
          "{0} answers, but not to questions at this address{1}. {2} Check the endpoint's address; many end in /v1.",
          endpoint,
          status,
          kept,
        ),
        actions: ['editEndpoint', 'retry', 'selectModel', 'openLog'],
      };
    }
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
  },
  mediaUnreadable: ({ error, context, endpoint, kept }) => {
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
  },
  invalidParameter: ({ error, endpoint, kept }) => ({
    message: t('Nothing was sent to {0}: {1} {2} Change the value, then retry.', endpoint, error.message, kept),
    actions: ['retry', 'openSettings'],
  }),
  invalidInput: ({ error, endpoint, kept }) => ({
    message: t('Nothing was sent to {0}: {1} {2}', endpoint, error.message, kept),
    actions: ['retry'],
  }),
  unsupported: ({ endpoint, model, status, kept }) => ({
    message: t("The model {0} at {1} can't do this{2}. {3} Choose another model.", model, endpoint, status, kept),
    actions: ['selectModel', 'retry'],
  }),
} satisfies Wordings;

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
