import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { delaySeconds } from './pick-screenshot';

/** Until what was just closed (a picker, a notification) is gone from the screen too. */
const fadeMilliseconds = 400;

/** Waits as long as is wanted, visibly where that takes seconds; false when the person stopped it. */
export async function waitBeforeScreenshot(isDelayed: boolean): Promise<boolean> {
  const isWanted = !isDelayed || (await countDown());
  await wait(fadeMilliseconds);
  return isWanted;
}

async function countDown(): Promise<boolean> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Iris: screenshot in'),
    cancellable: true,
  };
  return await vscode.window.withProgress(options, async (progress, token) => {
    for (let seconds = delaySeconds; seconds > 0 && !token.isCancellationRequested; seconds--) {
      progress.report({
        message: seconds === 1 ? t('1 second') : t('{0} seconds', seconds),
        increment: 100 / delaySeconds,
      });
      await wait(1000);
    }
    return !token.isCancellationRequested;
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
