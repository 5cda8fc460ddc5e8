import * as vscode from 'vscode';
import type { CommandId } from '../commands/command-ids';

/** What came of attaching something that need not be there; the reason is a sentence for the person. */
export type AttachOutcome =
  | { readonly status: 'attached' }
  /** The person chose nothing, or was told why not. */
  | { readonly status: 'cancelled' }
  | { readonly status: 'nothing'; readonly reason: string };

export const attached: AttachOutcome = { status: 'attached' };

export const cancelled: AttachOutcome = { status: 'cancelled' };

export function nothing(reason: string): AttachOutcome {
  return { status: 'nothing', reason };
}

/** Second argument of the commands that attach something. */
export const callerSaysWhy = 'callerSaysWhy';

/** Runs a command that attaches something, for a panel in which the person is told why there is nothing. */
export async function attachByCommand(command: CommandId): Promise<AttachOutcome> {
  const outcome = await vscode.commands.executeCommand<AttachOutcome | undefined>(command, undefined, callerSaysWhy);
  // What the command throws was told to the person.
  return outcome ?? cancelled;
}
