import { t } from '@vscode/l10n';
import type { ConversationSummary } from '../../src/shared/conversation';
import { language } from '../../src/shared/language';

export interface ChatGroup {
  readonly title: string;
  readonly chats: readonly ConversationSummary[];
}

const day = 24 * 60 * 60 * 1000;

/** Newest first, under headings that say how long ago they last changed. */
export function groupChats(chats: readonly ConversationSummary[], now: Date): ChatGroup[] {
  const groups = new Map<string, ConversationSummary[]>();
  for (const chat of chats.toSorted((left, right) => right.updatedAt - left.updatedAt)) {
    const title = groupTitle(new Date(chat.updatedAt), now);
    const group = groups.get(title);
    if (group) {
      group.push(chat);
    } else {
      groups.set(title, [chat]);
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
