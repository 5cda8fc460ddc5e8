import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
import { describeOutcome } from '../../../features/model-test/describe-outcome';
import { commandIds } from '../../commands/command-ids';
import type { KeptIn } from '../api-keys';
import { keptForSession } from '../kept-for-session';

/** Tells what was saved and what the test showed, and leads to the first question. */
export async function showResult({ name, model, tested }: EndpointDraft, keptIn: KeptIn | undefined): Promise<void> {
  const sentences = [
    t('{0} is saved and answers from now on.', name),
    tested ? describeOutcome(model, tested) : t('It was not tested.'),
    ...(keptIn === 'session' ? [keptForSession] : []),
  ];
  const ask = t('Ask About a Picture');
  const selectModel = t('Select Model');
  const isGood = tested?.type === 'seesPictures' && keptIn !== 'session';
  const choice = isGood
    ? await vscode.window.showInformationMessage(sentences.join(' '), ask)
    : await vscode.window.showWarningMessage(sentences.join(' '), ask, selectModel);
  if (choice === ask) {
    await vscode.commands.executeCommand(commandIds.focusChat);
  } else if (choice === selectModel) {
    await vscode.commands.executeCommand(commandIds.selectModel);
  }
}
