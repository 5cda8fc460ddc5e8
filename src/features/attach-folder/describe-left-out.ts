import type { LeftOut } from './walk-folder';

/** What was left out of a folder and why, as a sentence; undefined when nothing was. */
export function describeLeftOut(folder: string, leftOut: LeftOut): string | undefined {
  const [firstLong, ...otherLong] = leftOut.long;
  const parts = [
    counted(leftOut.ignored, 'ignored file or folder', 'ignored files or folders'),
    counted(leftOut.binary, 'binary file', 'binary files'),
    counted(leftOut.empty, 'empty file', 'empty files'),
    counted(leftOut.links, 'link, which is not followed', 'links, which are not followed'),
    counted(leftOut.special, 'pipe, socket or device', 'pipes, sockets or devices'),
    counted(leftOut.unreadable, 'that can’t be read', 'that can’t be read'),
    ...(firstLong === undefined
      ? []
      : [`${firstLong}${otherLong.length > 0 ? ` and ${otherLong.length} more` : ''}, too large to go with others`]),
    ...(leftOut.more ? ['more files than are listed'] : []),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `Left out of "${folder}": ${parts.join('; ')}.`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
