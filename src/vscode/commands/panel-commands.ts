import type * as vscode from 'vscode';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Commands that do one thing with the panel or the log. */
export function panelCommands(panels: Panels, log: vscode.LogOutputChannel): readonly Command[] {
  return [
    { id: commandIds.focusChat, run: () => panels.reveal() },
    { id: commandIds.newChat, run: () => panels.newChat() },
    { id: commandIds.showLog, run: () => Promise.resolve(log.show()) },
  ];
}
