import { homedir } from 'node:os';
import * as path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

interface WantedTarget {
  /** Of the dialog. */
  readonly title: string;
  /** The file name that is suggested. */
  readonly name: string;
  /** The extensions of each kind of file, without their dots. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * Lets the person choose where something is saved, beginning in the first workspace folder; undefined where they save it
 * nowhere. Throws, as a sentence, where Iris does not write.
 */
export async function chooseTarget({ title, name, filters }: WantedTarget): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title,
    filters: Object.fromEntries(Object.entries(filters).map(([kind, extensions]) => [kind, [...extensions]])),
    defaultUri: folder ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(path.join(homedir(), name)),
  });
  if (target && !vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(target)) {
    throw new Error(
      t('Iris writes into a workspace only when you trust it. Nothing was saved; choose another folder.'),
    );
  }
  return target;
}
