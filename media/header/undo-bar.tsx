import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ConversationSummary } from '../../src/shared/conversation';
import { useServices } from '../services';

/** A chat that was just deleted, and the way to have it back. */
export function UndoBar({ chat }: { readonly chat: ConversationSummary }): JSX.Element {
  const { post, announce } = useServices();
  return (
    <div class="bar undo-bar" role="group" aria-label={t('Deleted chat')}>
      <span class="bar-text" dir="auto">
        {t('“{0}” was deleted.', chat.title || t('New chat'))}
      </span>
      <button
        type="button"
        class="button button-secondary"
        onClick={() => {
          post({ type: 'chatRestored', id: chat.id });
          announce(t('{0} is back', chat.title));
        }}
      >
        {t('Undo')}
      </button>
    </div>
  );
}
