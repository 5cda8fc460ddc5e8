import * as vscode from 'vscode';

/** Says that an answer can't be written where it should go, and where it can be read instead. */
export async function explainLoss(loss: {
  /** The document's name. */
  readonly place: string;
  readonly reason: 'refused' | 'closed';
  readonly openChat: () => Promise<void>;
}): Promise<void> {
  const { place, reason, openChat } = loss;
  const what = reason === 'closed' ? `${place} was closed.` : `${place} takes no text: it may be read-only.`;
  const choice = await vscode.window.showInformationMessage(`${what} The answer goes on in its chat.`, 'Open Chat');
  if (choice !== undefined) {
    await openChat();
  }
}
