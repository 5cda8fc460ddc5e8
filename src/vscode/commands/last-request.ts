import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { formatCurl } from '../../features/last-request/format-curl';
import type { LastRequest } from '../../features/last-request/last-request';
import { lastRequestUri } from '../last-request/last-request-files';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Shows what went over the wire last, and copies it for a terminal. */
export function lastRequestCommands({ lastRequest }: { readonly lastRequest: LastRequest }): readonly Command[] {
  return [
    {
      id: commandIds.showLastRequest,
      run: async () => {
        await vscode.window.showTextDocument(lastRequestUri, { preview: false });
      },
    },
    { id: commandIds.copyLastRequestAsCurl, run: () => copyAsCurl(lastRequest) },
  ];
}

async function copyAsCurl(lastRequest: LastRequest): Promise<void> {
  const exchange = lastRequest.exchanges.at(-1);
  if (!exchange) {
    void vscode.window.showInformationMessage(
      t('Iris has not sent a request in this window yet. Ask a question first.'),
    );
    return;
  }
  await vscode.env.clipboard.writeText(formatCurl(exchange));
  vscode.window.setStatusBarMessage(t('Iris: the last request was copied as a curl command'), 4_000);
}
