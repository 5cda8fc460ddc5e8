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
  const failed = tray.find((item) => item.status === 'failed' && item.attachment);
  if (failed) {
    return `${failed.name} could not be prepared. Try again, change its options, or remove it.`;
  }
  const changed = tray.find((item) => item.status === 'ready' && item.fileChanged);
  if (changed) {
    return `${changed.name} was changed after it was attached. Say which of the two is meant.`;
  }
  const obstructed = tray.find(({ status }) => status === 'obstructed');
  return obstructed && `The model does not take ${obstructed.name}. Choose what to send instead, or remove it.`;
}
