import * as vscode from 'vscode';
import { describeProbe } from '../../features/model-test/describe-probe';
import { failureReason } from '../../features/model-test/failure-reason';
import type { Models } from '../models/models';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks the model with a tiny picture and a tiny sound, says what that showed, and remembers it. */
export function testModel(models: Models): Command {
  return { id: commandIds.testModel, run: () => showTest(models) };
}

/** Tests the model that answers now, in sight of the person, who can stop it. */
export async function showTest(models: Models): Promise<void> {
  const { label } = models.view;
  if (models.choice.type === 'offline') {
    void vscode.window.showInformationMessage(
      'The built-in reader needs no test: it reads the text in pictures. Choose another model with Iris: Select Model.',
    );
    return;
  }
  const sentence = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Testing ${label} with a tiny picture and sound…`,
      cancellable: true,
    },
    async (_progress, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      try {
        return describeProbe(label, await models.probe(abort.signal));
      } catch (error) {
        return abort.signal.aborted ? undefined : failureReason(error).sentence;
      } finally {
        subscription.dispose();
      }
    },
  );
  if (sentence !== undefined) {
    void vscode.window.showInformationMessage(sentence);
  }
}
