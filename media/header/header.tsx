import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { IconButton } from '../controls/icon-button';
import { describeChatUsage, formatChatUsage } from '../format/chat-usage';
import type { ChatUsage } from '../format/chat-usage';
import { useServices } from '../services';

interface HeaderProps {
  readonly title: string;
  readonly usage: ChatUsage | undefined;
  readonly chatsOpen: boolean;
  readonly onChats: () => void;
  readonly onNewChat: () => void;
}

/** Which chat this is, what it cost so far, and the way to others. */
export function Header({ title, usage, chatsOpen, onChats, onNewChat }: HeaderProps): JSX.Element {
  const { post } = useServices();
  return (
    <header class="header">
      <h1 class="chat-title" dir="auto" title={title}>
        {title || t('New chat')}
      </h1>
      {usage && (
        <button
          type="button"
          class="usage-button"
          title={`${describeChatUsage(usage)}\n${t('Show usage')}`}
          onClick={() => post({ type: 'usageOpened' })}
        >
          <span class="visually-hidden">{t('Usage of this chat:')} </span>
          {formatChatUsage(usage)}
        </button>
      )}
      <IconButton icon="chats" label={t('Chats')} expanded={chatsOpen} onClick={onChats} />
      <IconButton
        icon="add"
        label={t('New chat')}
        onClick={() => {
          post({ type: 'newChatRequested' });
          onNewChat();
        }}
      />
    </header>
  );
}
