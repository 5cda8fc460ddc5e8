import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { failureReason } from '../../features/model-test/failure-reason';
import type { Models } from '../models/models';
import { probeInSight } from '../models/probe-in-sight';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Asks the model with a tiny picture and a tiny sound, says what that showed, and remembers it. */
export function testModel(models: Models): Command {
  return { id: commandIds.testModel, run: () => showTest(models) };
}

async function showTest(models: Models): Promise<void> {
  const sentence =
    models.choice.type === 'offline'
      ? t(
          'The built-in reader needs no test: it reads the text in pictures. Choose another model with Iris: Select Model.',
        )
      : await probeInSight(models).catch((error: unknown) => failureReason(error).sentence);
  if (sentence !== undefined) {
    void vscode.window.showInformationMessage(sentence);
  }
}
