import { t } from '@vscode/l10n';

/** Why a chat can't be saved, and what to do. */
export function storageMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return t("This chat can't be saved: the disk is full. Free some space.");
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return t("This chat can't be saved: Iris may not write to its storage folder. Check its permissions.");
    default:
      return t("This chat can't be saved: writing to the disk failed.");
  }
}
