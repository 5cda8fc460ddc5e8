import * as vscode from 'vscode';
import { commandIds, type CommandId } from '../commands/command-ids';

interface Source extends vscode.QuickPickItem {
  readonly command: CommandId;
}

const sources: readonly Source[] = [
  { label: '$(folder) Folder…', command: commandIds.askAboutFolder },
  { label: '$(link) From URL…', command: commandIds.attachFromUrl },
  { label: '$(device-camera) Screenshot…', command: commandIds.askAboutScreenshot },
  { label: '$(clippy) Picture on the Clipboard', command: commandIds.askAboutClipboardImage },
  { label: '$(git-compare) Changes', command: commandIds.askAboutChanges },
  { label: '$(warning) Problems', command: commandIds.askAboutProblems },
  { label: '$(terminal) Terminal Selection', command: commandIds.askAboutTerminalSelection },
];

/** Lets the person choose what to attach that is no file to be picked. */
export async function showAttachMenu(): Promise<void> {
  const chosen = await vscode.window.showQuickPick(sources, {
    title: 'Attach',
    placeHolder: 'What is to be attached?',
  });
  if (chosen) {
    await vscode.commands.executeCommand(chosen.command);
  }
}
