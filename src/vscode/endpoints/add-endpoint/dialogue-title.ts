import { t } from '@vscode/l10n';
import type { EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';

export function dialogueTitle({ replaces }: EndpointDraft): string {
  return replaces ? t('Iris: Edit Endpoint') : t('Iris: Add Endpoint');
}
