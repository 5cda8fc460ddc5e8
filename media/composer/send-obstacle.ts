import { t } from '@vscode/l10n';
import { trayObstacle } from '../../src/shared/attachment/tray-obstacle';
import type { PanelState } from '../../src/shared/protocol';

/** Why the question cannot be sent now, as a sentence; nothing when it can. */
export function sendObstacle(panel: PanelState | undefined): string | undefined {
  if (!panel) {
    return t('Iris is starting.');
  }
  if (panel.readOnlyReason !== undefined) {
    return panel.readOnlyReason;
  }
  const { text, tray } = panel.draft;
  const obstacle = trayObstacle(tray);
  if (obstacle !== undefined) {
    return obstacle;
  }
  return text.trim() === '' && !tray.some((item) => item.status === 'ready')
    ? t('Type a question or attach something first.')
    : undefined;
}

/** Whether an answer is being written, or waits to be tried again. */
export function isAnswering(panel: PanelState | undefined): boolean {
  const last = panel?.conversation.messages.at(-1);
  return last?.role === 'assistant' && last.status === 'streaming';
}
