import type { JSX } from 'preact';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';

interface HeaderProps {
  readonly title: string;
  readonly chatsOpen: boolean;
  readonly onChats: () => void;
  readonly onNewChat: () => void;
}

/** Which chat this is, and the way to others. */
export function Header({ title, chatsOpen, onChats, onNewChat }: HeaderProps): JSX.Element {
  const { post } = useServices();
  return (
    <header class="header">
      <h1 class="chat-title" dir="auto" title={title}>
        {title || 'New chat'}
      </h1>
      <IconButton icon="chats" label="Chats" expanded={chatsOpen} onClick={onChats} />
      <IconButton
        icon="add"
        label="New chat"
        onClick={() => {
          post({ type: 'newChatRequested' });
          onNewChat();
        }}
      />
    </header>
  );
}
