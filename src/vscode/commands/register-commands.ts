import * as vscode from 'vscode';
import { messageOf } from '../../util/message-of';
import type { Command } from './command';

/** Registers commands; what one throws is shown with a way to the log. */
export function registerCommands(commands: readonly Command[], log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          await run(...args);
        } catch (error) {
          log.error(`${id}: ${messageOf(error)}`);
          const choice = await vscode.window.showErrorMessage(messageOf(error), 'Open Log');
          if (choice) {
            log.show();
          }
        }
      }),
    ),
  );
}
