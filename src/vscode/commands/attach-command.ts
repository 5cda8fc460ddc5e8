import * as vscode from 'vscode';
import { callerSaysWhy, type AttachOutcome } from '../attachments/attach-outcome';
import type { Command } from './command';
import type { CommandId } from './command-ids';

/** A command that attaches something: why there is nothing is told by VS Code, or by who has run the command. */
export function attachCommand(id: CommandId, attach: (clicked: unknown) => Promise<AttachOutcome>): Command {
  return {
    id,
    async run(clicked, caller) {
      const outcome = await attach(clicked);
      if (outcome.status === 'nothing' && caller !== callerSaysWhy) {
        void vscode.window.showInformationMessage(outcome.reason);
      }
      return outcome;
    },
  };
}
