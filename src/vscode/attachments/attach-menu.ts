import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { attachByCommand, cancelled, type AttachOutcome } from './attach-outcome';
import { commandIds, type CommandId } from '../commands/command-ids';

interface Source extends vscode.QuickPickItem {
  readonly command: CommandId;
}

const sources: readonly Source[] = [
  { label: `$(folder) ${t('Folder…')}`, command: commandIds.askAboutFolder },
  { label: `$(link) ${t('From URL…')}`, command: commandIds.attachFromUrl },
  { label: `$(device-camera) ${t('Screenshot…')}`, command: commandIds.askAboutScreenshot },
  { label: `$(clippy) ${t('Picture on the Clipboard')}`, command: commandIds.askAboutClipboardImage },
  { label: `$(git-compare) ${t('Changes')}`, command: commandIds.askAboutChanges },
  { label: `$(warning) ${t('Problems')}`, command: commandIds.askAboutProblems },
  { label: `$(terminal) ${t('Terminal Selection')}`, command: commandIds.askAboutTerminalSelection },
];

/** Lets the person choose what to attach that is no file to be picked. */
export async function showAttachMenu(): Promise<AttachOutcome> {
  const chosen = await vscode.window.showQuickPick(sources, {
    title: t('Attach'),
    placeHolder: t('What is to be attached?'),
  });
  return chosen ? await attachByCommand(chosen.command) : cancelled;
}
