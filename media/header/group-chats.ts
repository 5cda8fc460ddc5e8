import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';
import type { ListedChat } from './visible-chats';

export interface ChatGroup {
  readonly title: string;
  readonly chats: readonly ListedChat[];
}

const day = 24 * 60 * 60 * 1000;

/** What is pinned, then the others under headings that say how long ago they last changed; each the newest first. */
export function groupChats(chats: readonly ListedChat[], now: Date): ChatGroup[] {
  const groups = new Map<string, ListedChat[]>();
  const sorted = chats.toSorted(
    (left, right) =>
      Number(right.chat.isPinned ?? false) - Number(left.chat.isPinned ?? false) ||
      right.chat.updatedAt - left.chat.updatedAt,
  );
  for (const listed of sorted) {
    const title = listed.chat.isPinned ? t('Pinned') : groupTitle(new Date(listed.chat.updatedAt), now);
    const group = groups.get(title);
    if (group) {
      group.push(listed);
    } else {
      groups.set(title, [listed]);
    }
  }
  return [...groups].map(([title, members]) => ({ title, chats: members }));
}

function groupTitle(changed: Date, now: Date): string {
  // Rounded, because a day in which the clock is changed has 23 or 25 hours.
  const days = Math.round((startOfDay(now) - startOfDay(changed)) / day);
  if (days <= 0) {
    return t('Today');
  }
  if (days === 1) {
    return t('Yesterday');
  }
  if (days < 7) {
    return t('Last 7 days');
  }
  if (days < 30) {
    return t('Last 30 days');
  }
  return changed.toLocaleDateString(language(), { month: 'long', year: 'numeric' });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
