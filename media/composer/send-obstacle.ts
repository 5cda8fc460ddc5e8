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
  if (isWaitTaken(panel)) {
    return t('Another question waits already. Send it, edit it or remove it first.');
  }
  const { text, tray, heldBack } = panel.draft;
  const obstacle = trayObstacle(tray, heldBack);
  if (obstacle !== undefined) {
    return obstacle;
  }
  if (text.trim() !== '' || tray.some((item) => item.status === 'ready')) {
    return undefined;
  }
  return isAnswering(panel)
    ? t('Iris is still answering. Press Escape to stop it.')
    : t('Type a question or attach something first.');
}

/** Whether a question waits for the end of an answer: there is room for one. */
export function isWaitTaken(panel: PanelState | undefined): boolean {
  return isAnswering(panel) && panel?.draft.waiting !== undefined;
}

/** Whether an answer is being written, or waits to be tried again. */
export function isAnswering(panel: PanelState | undefined): boolean {
  const last = panel?.conversation.messages.at(-1);
  return last?.role === 'assistant' && last.status === 'streaming';
}
