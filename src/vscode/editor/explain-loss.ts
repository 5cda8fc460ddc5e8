import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Says that an answer can't be written where it should go, and where it can be read instead. */
export async function explainLoss(loss: {
  /** The document's name. */
  readonly place: string;
  readonly reason: 'refused' | 'closed';
  readonly openChat: () => Promise<void>;
}): Promise<void> {
  const { place, reason, openChat } = loss;
  const what = reason === 'closed' ? t('{0} was closed.', place) : t('{0} takes no text: it may be read-only.', place);
  const choice = await vscode.window.showInformationMessage(
    `${what} ${t('The answer goes on in its chat.')}`,
    t('Open Chat'),
  );
  if (choice !== undefined) {
    await openChat();
  }
}
