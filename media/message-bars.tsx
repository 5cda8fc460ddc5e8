import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { IconButton } from './controls/icon-button';
import { Icon } from './icons/icon';
import { useServices } from './services';

/** A line from the host that stays until it is dismissed. */
export function NoticeBar({ text, onDismiss }: { readonly text: string; readonly onDismiss: () => void }): JSX.Element {
  return (
    <div class="bar">
      <Icon name="info" />
      <span class="bar-text" dir="auto" role="status">
        {text}
      </span>
      <IconButton icon="close" label={t('Dismiss')} onClick={onDismiss} />
    </div>
  );
}

/** Why nothing can be sent in this chat. */
export function ReadOnlyBar({ reason }: { readonly reason: string }): JSX.Element {
  const { post, focusComposer } = useServices();
  return (
    <div class="bar" role="note">
      <Icon name="lock" />
      <span class="bar-text" dir="auto">
        {reason}
      </span>
      <button
        type="button"
        class="button button-secondary"
        onClick={() => {
          post({ type: 'newChatRequested' });
          focusComposer();
        }}
      >
        {t('Start a chat')}
      </button>
    </div>
  );
}
