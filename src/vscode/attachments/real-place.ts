import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * The real path of a file that is reached through a link out of the workspace; undefined for files in it, for those that are
 * chosen outside of it without a link, and for files that are not on this machine's disk.
 */
export async function realPlaceOutside(uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (uri.scheme !== 'file' || !folder) {
    return undefined;
  }
  const real = await realpath(uri.fsPath);
  // The workspace itself may be reached through a link.
  const roots = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map(async ({ uri: root }) => await realpath(root.fsPath).catch(() => '')),
  );
  const isInside = roots.some(
    (root) => root !== '' && (real === root || real.startsWith(`${root}/`) || real.startsWith(`${root}\\`)),
  );
  return isInside ? undefined : real;
}
