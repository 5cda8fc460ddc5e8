import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Attaches what is selected in the terminal. */
export function askAboutTerminalSelection(panels: Pick<Panels, 'attach'>): Command {
  return {
    id: commandIds.askAboutTerminalSelection,
    async run() {
      const text = await terminalSelection();
      if (text === undefined) {
        void vscode.window.showInformationMessage('Select text in the terminal first, then ask about it.');
        return;
      }
      const { name = 'terminal' } = vscode.window.activeTerminal ?? {};
      await panels.attach([{ name: `Selection in ${name}`, bytes: Buffer.from(text), languageId: 'console' }]);
    },
  };
}

/**
 * VS Code tells a selection in the terminal only through the clipboard, whose text is put back afterwards. A mark on the
 * clipboard tells a selection from what was there before.
 */
async function terminalSelection(): Promise<string | undefined> {
  const before = await vscode.env.clipboard.readText();
  const mark = `iris-${randomUUID()}`;
  await vscode.env.clipboard.writeText(mark);
  try {
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    const text = await vscode.env.clipboard.readText();
    return text === mark || text.trim() === '' ? undefined : text;
  } finally {
    await vscode.env.clipboard.writeText(before);
  }
}
