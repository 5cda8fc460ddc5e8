import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** A file that can be imported again holds more than a model was ever sent: whoever hands it on is to know. */
export async function agreeToOriginals(originals: number): Promise<boolean> {
  const agree = t('Export with Originals');
  const message =
    originals === 1
      ? t('The file will hold 1 attachment as it was attached, not as it was sent.')
      : t('The file will hold {0} attachments as they were attached, not as they were sent.', originals);
  const detail = t(
    'That is with all pages and parts, and with what cameras and programs wrote into them, such as places and names. To hand on only what was sent, export as Markdown or HTML.',
  );
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, agree)) === agree;
}
