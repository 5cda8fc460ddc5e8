import { t } from '@vscode/l10n';
import type { Failure, FailureAction, FailureKind } from '../../src/shared/failure';
import { formatClock } from './format-clock';

const actionLabels: Readonly<Record<FailureAction, string>> = {
  setApiKey: t('Set API Key'),
  selectModel: t('Choose Model'),
  addEndpoint: t('Add Endpoint'),
  editEndpoint: t('Edit Endpoint'),
  retry: t('Retry'),
  continueAnswer: t('Continue'),
  removeImages: t('Remove Images'),
  reduceEarlier: t('Send Earlier Media Smaller'),
  sendAnyway: t('Send Anyway'),
  openLog: t('Open Log'),
  newChat: t('New Chat'),
  waitAndRetry: t('Wait and Retry'),
  showUsage: t('Show Usage'),
  openSettings: t('Open Settings'),
};

/** @param now milliseconds since the epoch */
export function failureActionLabel(action: FailureAction, { retryAt }: Failure, now: number): string {
  return action === 'waitAndRetry' && retryAt !== undefined && retryAt > now
    ? t('Wait Until {0} and Retry', formatClock(retryAt, now))
    : actionLabels[action];
}

const waitReasons: Readonly<Partial<Record<FailureKind, string>>> = {
  rateLimited: t('Rate limited'),
  serverError: t('The server had an error'),
  connectionRefused: t('The server refused the connection'),
  hostNotFound: t('The server was not found'),
  connectionLost: t('The connection was lost'),
  timeout: t('The server did not answer in time'),
};

/** Why the next try has to wait, in a few words. */
export function waitReason(kind: FailureKind): string {
  return waitReasons[kind] ?? t('The request failed');
}
