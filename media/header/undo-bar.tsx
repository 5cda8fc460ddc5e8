import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ConversationSummary } from '../../src/shared/conversation';
import { useServices } from '../services';

/** What a chat can be had back from. */
export type Undoable = 'deleted' | 'archived';

interface UndoBarProps {
  readonly chat: ConversationSummary;
  readonly undoable: Undoable;
  /** What has the focus goes away. */
  readonly onFocusLost: () => void;
}

/** A chat that was just deleted or archived, and the way to have it back. */
export function UndoBar({ chat, undoable, onFocusLost }: UndoBarProps): JSX.Element {
  const { post, announce } = useServices();
  const { id } = chat;
  const title = chat.title || t('New chat');
  const isDeleted = undoable === 'deleted';
  return (
    <div class="bar undo-bar" role="group" aria-label={isDeleted ? t('Deleted chat') : t('Archived chat')}>
      <span class="bar-text" dir="auto">
        {isDeleted ? t('“{0}” was deleted.', title) : t('“{0}” was archived.', title)}
      </span>
      <button
        type="button"
        class="button button-secondary"
        onClick={() => {
          post(isDeleted ? { type: 'chatRestored', id } : { type: 'chatArchived', id, archived: false });
          announce(t('{0} is back', title));
          onFocusLost();
        }}
      >
        {t('Undo')}
      </button>
    </div>
  );
}
