import * as vscode from 'vscode';

/** Whether a document can't be edited, as far as can be told before trying. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'output' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return true;
  }
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // Not on a disk: an untitled document, or one that was deleted while it is open.
    return false;
  }
}
