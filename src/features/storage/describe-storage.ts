import { t } from '@vscode/l10n';
import { language } from '../../shared/language';
import type { StorageUse } from '../../store/media-storage';

/** What takes how much on disk, a line each, and what happens to it. */
export function describeStorage({ chats, drafts, cache, unused, removable }: StorageUse): string {
  const freeable = cache + unused;
  const recent = freeable - removable;
  return [
    t('Chats: {0}, kept. Delete a chat to free what only it needs.', megabytes(chats)),
    t('Drafts: {0}, kept.', megabytes(drafts)),
    t(
      'Made of media: {0}, such as smaller pictures and texts that were read. It is made again when it is needed.',
      megabytes(cache),
    ),
    t('Not needed any more: {0}.', megabytes(unused)),
    ...(recent > 0 && removable < freeable
      ? [t('Of the last two, {0} are kept: they are in use.', megabytes(recent))]
      : []),
  ].join('\n');
}

/** As in "1.2 GB". Decimal, as disks are sold and as VS Code's explorer of files counts. */
export function megabytes(bytes: number): string {
  if (bytes >= 1e9) {
    return t('{0} GB', formatNumber(bytes / 1e9, 1));
  }
  return bytes >= 1e5 || bytes === 0
    ? t('{0} MB', formatNumber(bytes / 1e6, bytes === 0 || bytes >= 1e7 ? 0 : 1))
    : t('{0} KB', Math.ceil(bytes / 1e3));
}

function formatNumber(value: number, digits: number): string {
  return value.toLocaleString(language(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
}
