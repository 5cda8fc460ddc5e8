import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';
import { terminalSelection } from './terminal-selection';

/** Attaches what is selected in the terminal. */
export function askAboutTerminalSelection(panels: Pick<Panels, 'attach'>): Command {
  return {
    id: commandIds.askAboutTerminalSelection,
    async run() {
      const text = await terminalSelection(vscode.env.clipboard, copySelection);
      if (text === undefined) {
        void vscode.window.showInformationMessage(t('Select text in the terminal first, then ask about it.'));
        return;
      }
      const { name = 'terminal' } = vscode.window.activeTerminal ?? {};
      await panels.attach([{ name: t('Selection in {0}', name), bytes: Buffer.from(text), languageId: 'console' }]);
    },
  };
}

async function copySelection(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
}
