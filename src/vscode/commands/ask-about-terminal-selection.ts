import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { attached, nothing } from '../attachments/attach-outcome';
import type { Panels } from '../panel/panels';
import { attachCommand } from './attach-command';
import type { Command } from './command';
import { commandIds } from './command-ids';
import { terminalSelection } from './terminal-selection';

/** Attaches what is selected in the terminal. */
export function askAboutTerminalSelection(panels: Pick<Panels, 'attach'>): Command {
  return attachCommand(commandIds.askAboutTerminalSelection, async () => {
    const text = await terminalSelection(vscode.env.clipboard, copySelection);
    if (text === undefined) {
      return nothing(t('Select text in the terminal first, then ask about it.'));
    }
    const { name = 'terminal' } = vscode.window.activeTerminal ?? {};
    await panels.attach([{ name: t('Selection in {0}', name), bytes: Buffer.from(text), languageId: 'console' }]);
    return attached;
  });
}

async function copySelection(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
}
