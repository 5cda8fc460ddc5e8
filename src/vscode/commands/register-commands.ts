import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { messageOf } from '../../util/message-of';
import { logUnexpected } from '../log';
import type { Command } from './command';

/** Registers commands; what one throws is shown with a way to the log. */
export function registerCommands(commands: readonly Command[], log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (...args: unknown[]) => {
        try {
          return await command.run(...args);
        } catch (error) {
          logUnexpected(log, error);
          const choice = await vscode.window.showErrorMessage(messageOf(error), t('Open Log'));
          if (choice) {
            log.show();
          }
          return undefined;
        }
      }),
    ),
  );
}
