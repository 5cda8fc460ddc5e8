import type { StorageUse } from '../../store/media-storage';

/** What takes how much on disk, a line each, and what happens to it. */
export function describeStorage({ chats, drafts, cache, unused, removable }: StorageUse): string {
  const freeable = cache + unused;
  const recent = freeable - removable;
  return [
    `Chats: ${megabytes(chats)}, kept. Delete a chat to free what only it needs.`,
    `Drafts: ${megabytes(drafts)}, kept.`,
    `Made of media: ${megabytes(cache)}, such as smaller pictures and texts that were read. It is made again when it is needed.`,
    `Not needed any more: ${megabytes(unused)}.`,
    ...(recent > 0 && removable < freeable ? [`Of the last two, ${megabytes(recent)} are kept: they are in use.`] : []),
  ].join('\n');
}

/** As in "1.2 GB". Decimal, as disks are sold and as VS Code's explorer of files counts. */
export function megabytes(bytes: number): string {
  if (bytes >= 1e9) {
    return `${(bytes / 1e9).toFixed(1)} GB`;
  }
  return bytes >= 1e5 || bytes === 0
    ? `${(bytes / 1e6).toFixed(bytes === 0 || bytes >= 1e7 ? 0 : 1)} MB`
    : `${Math.ceil(bytes / 1e3)} KB`;
}
