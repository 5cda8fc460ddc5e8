import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConversationState } from '../../src/shared/conversation';
import { IconButton } from '../controls/icon-button';
import { MenuButton } from '../controls/menu-button';
import { findKey } from '../find/use-find';
import { describeChatUsage, formatChatUsage } from '../format/chat-usage';
import type { ChatUsage } from '../format/chat-usage';
import { useServices } from '../services';
import type { ProposedTitles } from '../state';
import { chatMenu } from './chat-menu';
import { RenameForm } from './rename-form';

interface HeaderProps {
  readonly conversation: ConversationState | undefined;
  readonly proposed: ProposedTitles | undefined;
  readonly usage: ChatUsage | undefined;
  readonly chatsOpen: boolean;
  readonly onChats: () => void;
  readonly onNewChat: () => void;
  readonly onFind: () => void;
}

/** Which chat this is, what it cost so far, and the way to others. */
export function Header({
  conversation,
  proposed,
  usage,
  chatsOpen,
  onChats,
  onNewChat,
  onFind,
}: HeaderProps): JSX.Element {
  const services = useServices();
  const { post } = services;
  const [renaming, setRenaming] = useState<string>();
  const title = conversation?.title ?? '';
  if (conversation && renaming === conversation.id) {
    return (
      <header class="header header-renaming">
        <RenameForm
          id={conversation.id}
          title={title}
          proposed={proposed}
          onDone={() => {
            setRenaming(undefined);
            services.focusComposer();
          }}
        />
      </header>
    );
  }
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
      {conversation && conversation.messages.length > 0 && (
        <MenuButton
          icon="more"
          label={t('More about this chat')}
          items={[
            { label: t('Find in chat'), shortcut: findKey, onChoose: onFind },
            ...chatMenu(conversation, services, {
              onRename: () => setRenaming(conversation.id),
              onArchive: services.focusComposer,
              onDelete: () => {
                post({ type: 'chatDeleted', id: conversation.id });
                services.focusComposer();
              },
            }),
            { label: t('Import chats…'), begins: true, onChoose: () => post({ type: 'chatImportRequested' }) },
          ]}
        />
      )}
    </header>
  );
}
