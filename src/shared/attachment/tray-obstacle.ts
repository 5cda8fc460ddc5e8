import { t } from '@vscode/l10n';
import type { HeldBack } from './secrets';
import type { TrayItem } from './tray-item';

/** Why what is attached, or goes with it, can't be sent yet, as a sentence; undefined when it can. */
export function trayObstacle(tray: readonly TrayItem[], heldBack: readonly HeldBack[] = []): string | undefined {
  const searched = tray.find(isBeingSearched) ?? heldBack.find(({ secrets }) => secrets.status === 'checking');
  return (
    lastingObstacle(tray) ??
    secretObstacle(heldBack) ??
    (searched && t('{0} is still being checked for secrets.', searched.name))
  );
}

/** Whether the search for secrets is all that keeps from sending: it ends by itself, and can be skipped. */
export function waitsForSearch(tray: readonly TrayItem[], heldBack: readonly HeldBack[] = []): boolean {
  const isSearched = tray.some(isBeingSearched) || heldBack.some(({ secrets }) => secrets.status === 'checking');
  return isSearched && lastingObstacle(tray) === undefined && secretObstacle(heldBack) === undefined;
}

function secretObstacle(heldBack: readonly HeldBack[]): string | undefined {
  if (heldBack.some(({ kind, secrets }) => kind === 'typed' && secrets.status === 'unchecked')) {
    return t('What you typed could not be checked for secrets. Change it, or send it anyway.');
  }
  const found = heldBack.find(({ secrets }) => secrets.status === 'found');
  if (found?.kind === 'typed') {
    return t('What you typed may hold secrets. Redact them, change it, or send it anyway.');
  }
  return found && t('{0} may hold secrets. Redact them, send it anyway, or remove it.', found.name);
}

function lastingObstacle(tray: readonly TrayItem[]): string | undefined {
  const preparing = tray.filter(({ status }) => status === 'preparing');
  const [first] = preparing;
  if (first) {
    return preparing.length === 1
      ? t('{0} is still being prepared.', first.name)
      : t('{0} attachments are still being prepared.', preparing.length);
  }
  const locked = tray.find(({ status }) => status === 'locked');
  if (locked) {
    return t('{0} is encrypted. Type its password, or remove it.', locked.name);
  }
  const failed = tray.find((item) => item.status === 'failed' && item.attachment);
  if (failed) {
    return t('{0} could not be prepared. Try again, change its options, or remove it.', failed.name);
  }
  const changed = tray.find((item) => item.status === 'ready' && item.fileChanged);
  if (changed) {
    return t('{0} was changed after it was attached. Say which of the two is meant.', changed.name);
  }
  const secret = tray.find((item) => item.status === 'ready' && item.secrets?.status === 'found');
  if (secret) {
    return t('{0} may hold secrets. Redact them, send it anyway, or remove it.', secret.name);
  }
  const obstructed = tray.find(({ status }) => status === 'obstructed');
  return obstructed && t('The model does not take {0}. Choose what to send instead, or remove it.', obstructed.name);
}

function isBeingSearched(item: TrayItem): boolean {
  return item.status === 'ready' && item.secrets?.status === 'checking';
}

/** Why what is attached is not what the person means to send: the panel saves it first, nobody else can. As a sentence. */
export function unsavedEditObstacle(tray: readonly TrayItem[]): string | undefined {
  const unsaved = tray.find(({ attachment }) => attachment?.kind === 'image' && attachment.unsavedEdit);
  return unsaved && t('{0} has changes that are not saved. Save or discard them in the picture editor.', unsaved.name);
}
