import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { localDay } from '../../usage/local-day';
import { usageCsv } from '../../usage/usage-csv';
import { chooseTarget } from '../choose-target';
import { chatTitles, type UsageServices } from './usage-services';

/** Writes all entries into a file that the person chooses. */
export async function exportUsage(services: UsageServices): Promise<void> {
  const target = await chooseTarget({
    title: t('Export Usage'),
    name: `iris-usage-${localDay(Date.now())}.csv`,
    filters: { CSV: ['csv'] },
  });
  if (target) {
    const csv = usageCsv(await services.ledger.entries(), await chatTitles(services));
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(csv));
    const choice = await vscode.window.showInformationMessage(t('Usage was exported to {0}.', target.path), t('Open'));
    if (choice) {
      await vscode.commands.executeCommand('vscode.open', target);
    }
  }
}
