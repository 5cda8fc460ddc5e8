import { t } from '@vscode/l10n';
import type { ModelLabel } from '../../src/shared/conversation';
import { isOfflineReader } from '../../src/shared/offline-reader';

/** What people know the model by that answered, or is about to. */
export function modelName(label: ModelLabel): string {
  return isOfflineReader(label) ? t('Built-in reader') : label.model;
}
