import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Failure, FailureAction } from '../../shared/failure';

/** What the person does about a failure that concerns the answer itself; the rest is done before this is known. */
export type FailureChoice =
  'retry' | 'waitAndRetry' | 'continueAnswer' | 'removeImages' | 'reduceEarlier' | 'sendAnyway' | 'openChat';

/** Failure actions that are commands. */
export type SetupAction =
  'setApiKey' | 'selectModel' | 'addEndpoint' | 'editEndpoint' | 'openLog' | 'showUsage' | 'openSettings';

/** Resolves to whether the person went through with it. A failure is about the endpoint that is named. */
export type RunSetupAction = (action: SetupAction, endpoint?: string) => Promise<boolean>;

export interface FailureOptions {
  readonly failure: Failure;
  /** There is a chat to open that shows the same. */
  readonly hasChat: boolean;
  /** Name of the endpoint that failed; left out where none was asked. */
  readonly endpoint?: string;
  readonly runAction: RunSetupAction;
}

/** Shows a failure with its next steps as buttons; undefined when the person closed it. */
export async function askAboutFailure(options: FailureOptions): Promise<FailureChoice | undefined> {
  const { failure, hasChat, endpoint, runAction } = options;
  const actions: readonly (FailureAction | 'openChat')[] = [
    ...failure.actions,
    ...(hasChat ? (['openChat'] as const) : []),
  ];
  const buttons = actions.flatMap((action) => (action === 'newChat' ? [] : [{ title: titles[action], action }]));
  const action = (await vscode.window.showErrorMessage(failure.message, ...buttons))?.action;
  switch (action) {
    case undefined:
    case 'retry':
    case 'waitAndRetry':
    case 'continueAnswer':
    case 'removeImages':
    case 'reduceEarlier':
    case 'sendAnyway':
    case 'openChat':
      return action;
    case 'setApiKey':
    case 'selectModel':
    case 'addEndpoint':
    case 'editEndpoint':
      // The question waits for this: it is asked again as soon as it is done.
      return (await runAction(action, endpoint)) ? 'retry' : await askAboutFailure(options);
    case 'openLog':
    case 'showUsage':
    case 'openSettings':
      await runAction(action);
      return await askAboutFailure(options);
  }
}

const titles: Readonly<Record<Exclude<FailureAction, 'newChat'> | 'openChat', string>> = {
  addEndpoint: t('Add Endpoint…'),
  continueAnswer: t('Continue'),
  editEndpoint: t('Edit Endpoint…'),
  openChat: t('Open Chat'),
  openLog: t('Open Log'),
  openSettings: t('Open Settings'),
  showUsage: t('Show Usage'),
  reduceEarlier: t('Send Earlier Media Smaller'),
  removeImages: t('Ask Without Images'),
  retry: t('Retry'),
  selectModel: t('Choose Model…'),
  sendAnyway: t('Send Anyway'),
  setApiKey: t('Set Key…'),
  waitAndRetry: t('Wait and Retry'),
};
