import * as vscode from 'vscode';

/** Lets the person choose files to attach; none when they cancel. */
export async function pickFiles(): Promise<readonly vscode.Uri[]> {
  const uris = await vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: 'Attach',
    title: 'Attach files',
  });
  return uris ?? [];
}
