import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';
import type { ListedChat } from './visible-chats';

export interface ChatGroup {
  readonly title: string;
  /** Whether all of them changed on one day, which the title names. */
  readonly isDay: boolean;
  readonly chats: readonly ListedChat[];
}

const day = 24 * 60 * 60 * 1000;

/** What matches a search closely, what is pinned, then the others under headings that say how long ago they last changed; each the newest first. */
export function groupChats(chats: readonly ListedChat[], now: Date): ChatGroup[] {
  const groups = new Map<string, { readonly isDay: boolean; readonly chats: ListedChat[] }>();
  const sorted = chats.toSorted(
    (left, right) =>
      distanceOf(left) - distanceOf(right) ||
      Number(right.chat.isPinned ?? false) - Number(left.chat.isPinned ?? false) ||
      right.chat.updatedAt - left.chat.updatedAt,
  );
  for (const listed of sorted) {
    const { title, isDay } = headingOf(listed, now);
    const group = groups.get(title);
    if (group) {
      group.chats.push(listed);
    } else {
      groups.set(title, { isDay, chats: [listed] });
    }
  }
  return [...groups].map(([title, group]) => ({ title, ...group }));
}

function distanceOf({ closeness }: ListedChat): number {
  return closeness === undefined ? 2 : ['title', 'phrase'].indexOf(closeness);
}

function headingOf({ chat, closeness }: ListedChat, now: Date): Omit<ChatGroup, 'chats'> {
  if (closeness) {
    return { title: t('Best matches'), isDay: false };
  }
  if (chat.isPinned) {
    return { title: t('Pinned'), isDay: false };
  }
  const changed = new Date(chat.updatedAt);
  // Rounded, because a day in which the clock is changed has 23 or 25 hours.
  const days = Math.round((startOfDay(now) - startOfDay(changed)) / day);
  return { title: groupTitle(changed, days), isDay: days <= 1 };
}

function groupTitle(changed: Date, days: number): string {
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
