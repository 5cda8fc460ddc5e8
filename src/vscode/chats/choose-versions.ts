import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Asks whether other versions of answers and questions go into a file too; undefined where the person takes the export back. */
export async function chooseVersions(others: number): Promise<'shown' | 'all' | undefined> {
  const shown = {
    label: t('What the chat shows'),
    description:
      others === 1
        ? t('1 other version of an answer or a question is left out')
        : t('{0} other versions of answers and questions are left out', others),
    versions: 'shown',
  } as const;
  const all = {
    label: t('All versions'),
    description: t('The others follow at the end of the file'),
    versions: 'all',
  } as const;
  const picked = await vscode.window.showQuickPick([shown, all], {
    title: t('Export Chat'),
    placeHolder: t('Which versions?'),
  });
  return picked?.versions;
}
