import * as vscode from 'vscode';
import type { UsageLedger } from '../../usage/usage-ledger';

/** Asks, and forgets what all requests have used. */
export async function askAndClearUsage(ledger: UsageLedger): Promise<void> {
  const choice = await vscode.window.showWarningMessage(
    'Clear the usage of all models and chats?',
    {
      modal: true,
      detail:
        'Tokens and money of every request so far are removed, and the monthly budget starts again from zero. Chats and their answers stay as they are. This cannot be undone.',
    },
    'Clear Usage',
  );
  if (choice) {
    await ledger.clear();
  }
}
