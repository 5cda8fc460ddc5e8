import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeLeftOut } from '../../../features/attach-folder/describe-left-out';
import { excludedBy } from '../../../features/attach-folder/exclude-patterns';
import { walkFolder, type FolderListing, type ListedFile } from '../../../features/attach-folder/walk-folder';
import { chooseFiles } from './choose-files';
import { workspaceTree } from './workspace-tree';

export interface ChosenFiles {
  readonly files: readonly ChosenFile[];
  /** What was left out and why, as sentences. */
  readonly problems: readonly string[];
}

export interface ChosenFile {
  readonly uri: vscode.Uri;
  /** With the folder it is in, as in "shop/cart.js". */
  readonly name: string;
}

/** Lists what can be attached of a folder and lets the person choose; nothing when they cancel. */
export async function chooseFromFolder(folder: vscode.Uri): Promise<ChosenFiles> {
  const workspace = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  const start = relativePath(workspace, folder);
  const name = folder.path.split('/').findLast((part) => part !== '') ?? folder.path;
  const listing = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Iris: Listing {0}', name), cancellable: true },
    async (_progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      return await listFolder(workspace, start, controller.signal);
    },
  );
  if (!listing) {
    return { files: [], problems: [] };
  }
  const leftOut = describeLeftOut(name, listing.leftOut);
  if (listing.files.length === 0) {
    return {
      files: [],
      problems: [t('There is nothing in "{0}" that can be attached.', name), ...(leftOut ? [leftOut] : [])],
    };
  }
  const chosen = await chooseFiles({ folder: name, start, files: listing.files, leftOut });
  return {
    files: chosen.map(({ path }) => ({ uri: vscode.Uri.joinPath(workspace, path), name: nameOf(path, start, name) })),
    problems: chosen.length > 0 && leftOut !== undefined ? [leftOut] : [],
  };
}

async function listFolder(
  workspace: vscode.Uri,
  start: string,
  signal: AbortSignal,
): Promise<FolderListing | undefined> {
  const settings = ['files', 'search'].map((section): unknown =>
    vscode.workspace.getConfiguration(section, workspace).get('exclude'),
  );
  try {
    return await walkFolder({ tree: workspaceTree(workspace), start, isExcluded: excludedBy(settings), signal });
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}

function relativePath(root: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(root.path.length).replace(/^\/+|\/+$/g, '');
}

function nameOf(path: ListedFile['path'], start: string, folder: string): string {
  return `${folder}/${start === '' ? path : path.slice(start.length + 1)}`;
}
