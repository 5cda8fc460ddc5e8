import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { UsageLedger } from '../../usage/usage-ledger';

/** Asks, and forgets what all requests have used. False when the person does not want that. */
export async function askAndClearUsage(ledger: UsageLedger, reasonOfExtension?: string): Promise<boolean> {
  const asks =
    reasonOfExtension === undefined ? '' : `${t('Another extension asks for this: “{0}”', reasonOfExtension)}\n\n`;
  const choice = await vscode.window.showWarningMessage(
    t('Clear the usage of all models and chats?'),
    {
      modal: true,
      detail:
        asks +
        t(
          'Tokens and money of every request so far are removed, and the monthly budget starts again from zero. Chats and their answers stay as they are. This cannot be undone.',
        ),
    },
    t('Clear Usage'),
  );
  if (choice) {
    await ledger.clear();
  }
  return choice !== undefined;
}
