import { t } from '@vscode/l10n';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { describeSecrets } from '../../src/shared/attachment/describe-secrets';
import { language } from '../../src/shared/language';
import { describeAttachment } from '../attachments/describe-attachment';
import { obstacleText } from '../attachments/states/obstacle-text';

/**
 * What a screen reader is told when the tray changes: what became of each attachment, never how far it is.
 *
 * @param model what the model is called
 */
export function trayAnnouncement(
  previous: readonly TrayItem[],
  current: readonly TrayItem[],
  model: string,
): string | undefined {
  if (previous === current) {
    return undefined;
  }
  const before = new Map(previous.map((item) => [item.id, item]));
  const said = current.flatMap((item) => {
    const old = before.get(item.id);
    return old && outcome(old, model) !== outcome(item, model) ? (outcome(item, model) ?? []) : [];
  });
  return said.length > 0 ? said.join(' ') : undefined;
}

function outcome(item: TrayItem, model: string): string | undefined {
  const { name } = item;
  switch (item.status) {
    case 'preparing':
      return undefined;
    case 'ready':
      if (item.secrets?.status === 'found' && !item.fileChanged) {
        const found = describeSecrets(item.secrets.findings, language());
        return t('{0} may hold secrets: {1}. Say in the tray what to do about them.', name, found);
      }
      return item.fileChanged
        ? t('{0} was changed after it was attached. Say in the tray which of the two is meant.', name)
        : t('{0} is ready: {1}.', name, describeAttachment(item.attachment));
    case 'obstructed':
      return t('{0} Choose what to send instead of {1}.', obstacleText(model, item.obstacle), name);
    case 'locked':
      return item.wasWrong
        ? t('That password does not open {0}.', name)
        : t('{0} is encrypted. Type its password.', name);
    case 'failed':
      return `${name}: ${item.reason}`;
  }
}
