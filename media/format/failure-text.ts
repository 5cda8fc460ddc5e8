import type { Failure, FailureAction, FailureKind } from '../../src/shared/failure';
import { formatClock } from './format-clock';

const actionLabels: Readonly<Record<FailureAction, string>> = {
  setApiKey: 'Set API Key',
  selectModel: 'Choose Model',
  addEndpoint: 'Add Endpoint',
  retry: 'Retry',
  continueAnswer: 'Continue',
  removeImages: 'Remove Images',
  reduceEarlier: 'Send Earlier Media Smaller',
  sendAnyway: 'Send Anyway',
  openLog: 'Open Log',
  newChat: 'New Chat',
  waitAndRetry: 'Wait and Retry',
  showUsage: 'Show Usage',
  openSettings: 'Open Settings',
};

/** @param now milliseconds since the epoch */
export function failureActionLabel(action: FailureAction, { retryAt }: Failure, now: number): string {
  return action === 'waitAndRetry' && retryAt !== undefined && retryAt > now
    ? `Wait Until ${formatClock(retryAt, now)} and Retry`
    : actionLabels[action];
}

const waitReasons: Readonly<Partial<Record<FailureKind, string>>> = {
  rateLimited: 'Rate limited',
  serverError: 'The server had an error',
  connectionRefused: 'The server refused the connection',
  hostNotFound: 'The server was not found',
  connectionLost: 'The connection was lost',
  timeout: 'The server did not answer in time',
};

/** Why the next try has to wait, in a few words. */
export function waitReason(kind: FailureKind): string {
  return waitReasons[kind] ?? 'The request failed';
}
