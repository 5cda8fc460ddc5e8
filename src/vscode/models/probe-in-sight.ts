import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeProbe } from '../../features/model-test/describe-probe';
import type { Models } from './models';

/**
 * Tests the model that answers now in sight of the person, who can stop it. Resolves to what that showed, as sentences;
 * to undefined when it was stopped. Throws `ModelError` of kind `noModel` when its endpoint is gone.
 */
export async function probeInSight(models: Models): Promise<string | undefined> {
  const { label } = models.view;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Iris: asking {0} with a tiny picture and a tiny sound', label),
    cancellable: true,
  };
  return await vscode.window.withProgress(options, async (_progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      return describeProbe(label, await models.probe(abort.signal));
    } catch (error) {
      if (abort.signal.aborted) {
        return undefined;
      }
      throw error;
    } finally {
      subscription.dispose();
    }
  });
}
