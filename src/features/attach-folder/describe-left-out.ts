import { t } from '@vscode/l10n';
import type { LeftOut } from './walk-folder';

/** What was left out of a folder and why, as a sentence; undefined when nothing was. */
export function describeLeftOut(folder: string, leftOut: LeftOut): string | undefined {
  const { ignored, binary, empty, links, special, unreadable, long, more } = leftOut;
  const [firstLong, ...otherLong] = long;
  const parts = [
    counted(ignored, t('1 ignored file or folder'), t('{0} ignored files or folders', ignored)),
    counted(binary, t('1 binary file'), t('{0} binary files', binary)),
    counted(empty, t('1 empty file'), t('{0} empty files', empty)),
    counted(links, t('1 link, which is not followed'), t('{0} links, which are not followed', links)),
    counted(special, t('1 pipe, socket or device'), t('{0} pipes, sockets or devices', special)),
    counted(unreadable, t('1 that can’t be read'), t('{0} that can’t be read', unreadable)),
    ...(firstLong === undefined ? [] : [tooLarge(firstLong, otherLong.length)]),
    ...(more ? [t('more files than are listed')] : []),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : t('Left out of "{0}": {1}.', folder, parts.join('; '));
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : many;
}

function tooLarge(first: string, others: number): string {
  return others === 0
    ? t('{0}, too large to go with others', first)
    : t('{0} and {1} more, too large to go with others', first, others);
}
