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
  const kept = context.hasPartialAnswer ? 'What came so far is kept.' : 'Your question is kept.';
  const goOn: FailureAction = context.hasPartialAnswer ? 'continueAnswer' : 'retry';
  const goOnText = context.hasPartialAnswer ? 'Continue from there, or retry.' : 'Retry.';
  const withoutImages: readonly FailureAction[] = context.imageCount ? ['removeImages'] : [];
  const status = error.status === undefined ? '' : ` (HTTP ${error.status})`;

  switch (error.kind) {
    case 'noModel':
      return {
        message: 'No model is set up, so nothing was sent. Your question is kept. Add an endpoint or choose a model.',
        actions: ['addEndpoint', 'selectModel'],
      };
    case 'keyMissing':
      return {
        message: `${endpoint} needs an API key and none is stored. ${kept} Set the key, then retry.`,
        actions: ['setApiKey', 'retry', 'selectModel'],
      };
    case 'unauthorized':
      return {
        message: `${endpoint} did not accept the API key${status}. ${kept} Set another key, then retry.`,
        actions: ['setApiKey', 'retry', 'selectModel'],
      };
    case 'forbidden':
      // Without an answer of a server, it is a language model of VS Code that needs a yes of the person.
      if (error.status === undefined) {
        return {
          message: `${endpoint} does not let Iris use ${model}. ${kept} Retry and allow it when VS Code asks, or choose another model.`,
          actions: ['retry', 'selectModel'],
        };
      }
      return {
        message: `${endpoint} does not allow this API key to use ${model}${status}. ${kept} Choose another model or set another key.`,
        actions: ['selectModel', 'setApiKey'],
      };
    case 'modelNotFound':
      return {
        message: `${endpoint} has no model named ${model}${status}. ${kept} Choose another model.`,
        actions: ['selectModel'],
      };
    case 'tooLarge':
      return {
        message: context.imageCount
          ? `The request is larger than ${endpoint} accepts${status}. ${kept} Remove images or start a new chat.`
          : `The request is larger than ${endpoint} accepts${status}. ${kept} Ask with less text or start a new chat.`,
        actions: [...withoutImages, 'newChat', 'selectModel'],
      };
    case 'contextExceeded':
      return {
        message: `This chat is longer than ${model} can read at once. ${kept} ${
          context.canGiveWay ? 'Send earlier media smaller, start' : 'Start'
        } a new chat${context.imageCount ? ', remove images' : ''} or choose a model with a larger context.`,
        actions: [
          ...(context.canGiveWay ? (['reduceEarlier'] as const) : []),
          'newChat',
          ...withoutImages,
          'selectModel',
        ],
      };
    case 'rateLimited':
      return {
        message: `${endpoint} takes no more requests for now${status}. ${waitOf(error)} ${kept}`,
        actions: [goOn, 'selectModel'],
      };
    case 'serverError':
      return {
        message: `${endpoint} had an error of its own${status}. ${kept} ${goOnText}`,
        actions: [goOn, 'selectModel', 'openLog'],
      };
    case 'connectionRefused':
      return {
        message: `Nothing answers at the address of ${endpoint}. ${kept} Start the server or check its address, then retry.`,
        actions: [goOn, 'selectModel', 'openLog'],
      };
    case 'hostNotFound':
      return {
        message: `The host of ${endpoint} can't be found. ${kept} Check your network and the endpoint's address, then retry.`,
        actions: [goOn, 'selectModel', 'openLog'],
      };
    case 'certificate':
      return {
        message: `The secure connection to ${endpoint} could not be trusted, so nothing was sent. ${kept} Check its certificate and your proxy; the log names the reason.`,
        actions: ['openLog', 'retry', 'selectModel'],
      };
    case 'redirected':
      return {
        message: `${endpoint} redirects to another address, which Iris does not follow with your key. ${kept} Set the endpoint to its final address.`,
        actions: ['addEndpoint', 'selectModel', 'openLog'],
      };
    case 'timeout':
      return {
        message: `${endpoint} did not answer in time. ${kept} ${goOnText}`,
        actions: [goOn, 'selectModel'],
      };
    case 'connectionLost':
      return {
        message: `The connection to ${endpoint} broke. ${kept} ${goOnText}`,
        actions: [goOn, 'openLog'],
      };
    case 'incompleteAnswer':
      return {
        message: context.hasPartialAnswer
          ? `The answer of ${model} ended before it was complete. ${kept} ${goOnText}`
          : `The model ${model} ended without an answer. ${kept} Retry or choose another model.`,
        actions: context.hasPartialAnswer ? ['continueAnswer'] : ['retry', 'selectModel'],
      };
    case 'notAStream':
      return {
        message: `What ${endpoint} sent is not a model's answer${status}. ${kept} Check the endpoint's address; the log may tell more.`,
        actions: ['selectModel', 'openLog'],
      };
    case 'imagesUnsupported':
      return {
        message: `The model ${model} at ${endpoint} does not take images. ${kept} Choose a model that sees, or ask without the images.`,
        actions: ['selectModel', 'removeImages'],
      };
    case 'contentFiltered':
      return {
        message: `The content filter of ${endpoint} stopped this answer. ${kept} Change the question and ask again.`,
        actions: [...withoutImages, 'retry', 'selectModel'],
      };
    case 'badRequest':
      return {
        message: `${endpoint} refused the request${status}. ${kept} ${
          context.imageCount ? 'Ask without the images, choose' : 'Choose'
        } another model, or read its reason in the log.`,
        actions: [...withoutImages, 'selectModel', 'retry', 'openLog'],
      };
    case 'mediaUnreadable':
      if (error.cause instanceof BlobError) {
        return {
          message: `${error.message} The request was broken off. ${kept} Attach it again and ask, or ask without images.`,
          actions: ['removeImages', 'retry', 'openLog'],
        };
      }
      return {
        message: `${endpoint} could not read ${context.imageCount === 1 ? 'the image' : 'an image'}. ${kept} Attach it in another format, or ask without it.`,
        actions: ['removeImages', 'retry', 'selectModel'],
      };
    case 'storage':
      return { message: `${storageMessage(error.cause ?? error)} ${kept}`, actions: ['retry', 'openLog'] };
    case 'invalidParameter':
      return {
        message: `Nothing was sent to ${endpoint}: ${error.message} ${kept} Change the value, then retry.`,
        actions: ['retry', 'openSettings'],
      };
    case 'invalidInput':
      return { message: `Nothing was sent to ${endpoint}: ${error.message} ${kept}`, actions: ['retry'] };
    case 'unsupported':
      return {
        message: `The model ${model} at ${endpoint} can't do this${status}. ${kept} Choose another model.`,
        actions: ['selectModel', 'retry'],
      };
    case 'budgetReached':
      return {
        message: `Nothing was sent to ${endpoint}: ${error.message} ${kept} Raise the budget in the settings or choose a model that costs nothing.`,
        actions: ['openSettings', 'showUsage', 'selectModel'],
      };
    case 'unknown':
      return {
        message: `Something unexpected went wrong with ${model} at ${endpoint}. ${kept} Retry; the log may tell more.`,
        actions: [goOn, 'openLog'],
      };
  }
}

/** The editor ended while the answer was still coming. */
export function describeInterruption({ text }: { readonly text: string }): Failure {
  return text === ''
    ? {
        kind: 'incompleteAnswer',
        message: 'The editor closed before the answer began. Your question is kept. Retry.',
        actions: ['retry'],
      }
    : {
        kind: 'incompleteAnswer',
        message:
          'The editor closed before the answer was complete. What came so far is kept. Continue from there, or retry.',
        actions: ['continueAnswer', 'retry'],
      };
}

/** The model used up the tokens that one answer may have. */
export function describeLengthLimit({ model, hasPartialAnswer }: FailureContext): Failure {
  return hasPartialAnswer
    ? {
        kind: 'incompleteAnswer',
        message: `The model ${model.model} reached its output limit before the answer was complete. What came so far is kept. Continue from there.`,
        actions: ['continueAnswer', 'retry'],
      }
    : {
        kind: 'incompleteAnswer',
        message: `The model ${model.model} reached its output limit before it wrote an answer. Your question is kept. Retry or choose another model.`,
        actions: ['retry', 'selectModel'],
      };
}

/** An attachment of this question is gone from the disk. */
export function describeMissingAttachment(name: string): Failure {
  return {
    kind: 'mediaUnreadable',
    message: `The stored copy of ${name} is gone or damaged, so nothing was sent. Your question is kept. Attach ${name} again and ask, or ask without images.`,
    actions: ['removeImages', 'retry', 'openLog'],
  };
}

/** The chat can't be saved any more. */
export function describeStorageFailure(error: Error): Failure {
  return {
    kind: 'storage',
    message: `${storageMessage(error)} The chat goes on and stays in memory; Iris tries again to save it with each question.`,
    detail: error.message,
    actions: ['openLog'],
  };
}

function storageMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return "This chat can't be saved: the disk is full. Free some space.";
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return "This chat can't be saved: Iris may not write to its storage folder. Check its permissions.";
    default:
      return "This chat can't be saved: writing to the disk failed.";
  }
}

function waitOf(error: ModelError): string {
  if (error.retryAfterMilliseconds === undefined) {
    return 'Wait a moment or check your quota, then go on.';
  }
  return `It asks to wait ${formatWait(Math.ceil(error.retryAfterMilliseconds / 1000))}, then go on.`;
}

function formatWait(seconds: number): string {
  const [amount, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
