import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { exists } from '../workspace/exists';

export interface OpenInstructionsOptions {
  /** Those that are there. */
  readonly files: readonly { readonly uri: vscode.Uri; readonly path: string }[];
  readonly folders: readonly vscode.WorkspaceFolder[];
  readonly isTrusted: boolean;
  /** From a workspace folder. */
  readonly path: string;
}

/** Shows the workspace's instructions in an editor; where there are none, offers to create them. */
export async function openInstructions(options: OpenInstructionsOptions): Promise<void> {
  const { files } = options;
  const uri = files.length > 0 ? await choose(files) : await create(options);
  if (uri) {
    await vscode.window.showTextDocument(uri);
  }
}

async function choose(files: OpenInstructionsOptions['files']): Promise<vscode.Uri | undefined> {
  if (files.length === 1) {
    return files[0]?.uri;
  }
  const items = files.map(({ uri, path }) => ({ label: path, uri }));
  return (await vscode.window.showQuickPick(items, { placeHolder: t('Which instructions?') }))?.uri;
}

async function create({ folders, isTrusted, path }: OpenInstructionsOptions): Promise<vscode.Uri | undefined> {
  if (folders.length === 0) {
    await vscode.window.showInformationMessage(
      t('Instructions are kept in a workspace folder. Open a folder, or give instructions to this chat only.'),
    );
    return undefined;
  }
  if (!isTrusted) {
    await vscode.window.showInformationMessage(
      t('Iris writes files only in a workspace that you trust. You can give instructions to this chat only.'),
    );
    return undefined;
  }
  const button = t('Create File');
  const sentence = t(
    'This workspace has no instructions yet. What you write into {0} is sent before every question that is asked here.',
    path,
  );
  if ((await vscode.window.showInformationMessage(sentence, button)) !== button) {
    return undefined;
  }
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  const uri = folder && vscode.Uri.joinPath(folder.uri, path);
  // There may be an empty one, which counts as no instructions.
  if (uri && !(await exists(uri))) {
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  }
  return uri;
}
