import { t } from '@vscode/l10n';

export const dialogueTitle = t('Iris: Add Endpoint');
