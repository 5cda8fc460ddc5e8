import { t } from '@vscode/l10n';
import type { ConversationSummary } from '../../src/shared/conversation';
import type { MenuItem } from '../controls/menu-button';
import type { Services } from '../services';

interface ChatMenuActions {
  readonly onRename: () => void;
  readonly onDelete: () => void;
  /** It goes into the archive or out of it. */
  readonly onArchive: () => void;
}

/** What can be done with a chat as a whole. */
export function chatMenu(
  chat: Pick<ConversationSummary, 'id' | 'title' | 'isPinned' | 'isArchived'>,
  { post, announce }: Pick<Services, 'post' | 'announce'>,
  own: ChatMenuActions,
): readonly MenuItem[] {
  const { id, isPinned = false, isArchived = false } = chat;
  const title = chat.title || t('New chat');
  return [
    { label: t('Rename'), onChoose: own.onRename },
    {
      label: isPinned ? t('Unpin') : t('Pin'),
      onChoose: () => post({ type: 'chatPinned', id, pinned: !isPinned }),
    },
    {
      label: isArchived ? t('Take out of the archive') : t('Archive'),
      onChoose: () => {
        post({ type: 'chatArchived', id, archived: !isArchived });
        announce(isArchived ? t('{0} is out of the archive', title) : t('{0} archived', title));
        own.onArchive();
      },
    },
    { label: t('Copy chat'), begins: true, onChoose: () => post({ type: 'chatCopied', id }) },
    { label: t('Export as Markdown…'), onChoose: () => post({ type: 'chatExported', id, format: 'markdown' }) },
    { label: t('Export as HTML…'), onChoose: () => post({ type: 'chatExported', id, format: 'html' }) },
    { label: t('Export as JSON…'), onChoose: () => post({ type: 'chatExported', id, format: 'json' }) },
    { label: t('Delete chat'), begins: true, onChoose: own.onDelete },
  ];
}
