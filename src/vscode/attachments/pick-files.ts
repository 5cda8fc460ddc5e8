import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Lets the person choose files to attach; none when they cancel. */
export async function pickFiles(): Promise<readonly vscode.Uri[]> {
  const uris = await vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: t('Attach'),
    title: t('Attach files'),
  });
  return uris ?? [];
}
