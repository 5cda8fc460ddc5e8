import { t } from '@vscode/l10n';
import type { ConversationSummary } from '../../src/shared/conversation';
import type { MenuItem } from '../controls/menu-button';
import type { Services } from '../services';

/** What can be done with a chat as a whole. */
export function chatMenu(
  chat: Pick<ConversationSummary, 'id' | 'isPinned' | 'isArchived'>,
  { post }: Pick<Services, 'post'>,
  own: { readonly onRename: () => void; readonly onDelete: () => void },
): readonly MenuItem[] {
  const { id, isPinned = false, isArchived = false } = chat;
  return [
    { label: t('Rename'), onChoose: own.onRename },
    {
      label: isPinned ? t('Unpin') : t('Pin'),
      onChoose: () => post({ type: 'chatPinned', id, pinned: !isPinned }),
    },
    {
      label: isArchived ? t('Take out of the archive') : t('Archive'),
      onChoose: () => post({ type: 'chatArchived', id, archived: !isArchived }),
    },
    { label: t('Copy chat'), begins: true, onChoose: () => post({ type: 'chatCopied', id }) },
    { label: t('Export as Markdown…'), onChoose: () => post({ type: 'chatExported', id, format: 'markdown' }) },
    { label: t('Export as HTML…'), onChoose: () => post({ type: 'chatExported', id, format: 'html' }) },
    { label: t('Export as JSON…'), onChoose: () => post({ type: 'chatExported', id, format: 'json' }) },
    { label: t('Delete chat'), begins: true, onChoose: own.onDelete },
  ];
}
