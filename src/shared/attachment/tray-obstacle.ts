import type { TrayItem } from './tray-item';

/** Why what is attached can't be sent yet, as a sentence; undefined when it can. */
export function trayObstacle(tray: readonly TrayItem[]): string | undefined {
  const preparing = tray.filter(({ status }) => status === 'preparing');
  const [first] = preparing;
  if (first) {
    return preparing.length === 1
      ? `${first.name} is still being prepared.`
      : `${preparing.length} attachments are still being prepared.`;
  }
  const locked = tray.find(({ status }) => status === 'locked');
  if (locked) {
    return `${locked.name} is encrypted. Type its password, or remove it.`;
  }
  const obstructed = tray.find(({ status }) => status === 'obstructed');
  return obstructed && `The model does not take ${obstructed.name}. Choose what to send instead, or remove it.`;
}
