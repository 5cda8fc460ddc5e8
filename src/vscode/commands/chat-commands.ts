import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OpenConversations } from '../../conversation/open-conversations';
import { chatFormats, type ChatFormat } from '../../shared/chat-format';
import type { ConversationSummary } from '../../shared/conversation';
import type { ConversationStore } from '../../store/conversation-store';
import type { ChatFiles } from '../chats/chat-files';
import type { Panels } from '../panel/panels';
import type { Command } from './command';
import { commandIds } from './command-ids';

export interface ChatCommandServices {
  readonly panels: Panels;
  readonly conversations: OpenConversations;
  readonly store: ConversationStore;
  readonly chatFiles: ChatFiles;
}

/** What can be done with the chat of the panel that was used last. */
export function chatCommands(services: ChatCommandServices): readonly Command[] {
  const { panels, conversations, chatFiles } = services;
  const withChat = (run: (chat: ConversationSummary) => Promise<void>) => async (): Promise<void> => {
    const chat = await shownChat(services);
    await (chat ? run(chat) : panels.notify(t('Ask something first: this chat is still empty.')));
  };
  return [
    { id: commandIds.openChatInEditor, run: async () => panels.openInEditor((await shownChat(services))?.id) },
    { id: commandIds.searchChats, run: () => panels.showChats() },
    { id: commandIds.renameChat, run: withChat((chat) => rename(chat, conversations)) },
    {
      id: commandIds.pinChat,
      run: withChat(({ id, isPinned = false }) =>
        conversations.file(id, { type: 'conversationPinned', pinned: !isPinned }),
      ),
    },
    {
      id: commandIds.archiveChat,
      run: withChat(({ id, isArchived = false }) =>
        conversations.file(id, { type: 'conversationArchived', archived: !isArchived }),
      ),
    },
    { id: commandIds.deleteChat, run: withChat(({ id }) => conversations.delete(id)) },
    {
      id: commandIds.copyChat,
      run: withChat(async ({ id }) => {
        await panels.notify(await chatFiles.copy(id));
      }),
    },
    {
      id: commandIds.exportChat,
      run: withChat(async ({ id }) => {
        const format = await pickFormat();
        await (format && chatFiles.export(id, format));
      }),
    },
    {
      id: commandIds.importChats,
      run: async () => {
        const [first] = await chatFiles.import();
        await (first !== undefined && panels.openInEditor(first));
      },
    },
  ];
}

async function shownChat({ panels, store }: ChatCommandServices): Promise<ConversationSummary | undefined> {
  const id = await panels.shownChat();
  return (await store.list()).find((chat) => chat.id === id);
}

async function rename({ id, title }: ConversationSummary, conversations: OpenConversations): Promise<void> {
  const typed = await vscode.window.showInputBox({ title: t('Rename Chat'), value: title });
  const named = typed?.replace(/\s+/g, ' ').trim() ?? '';
  if (named !== '' && named !== title) {
    await conversations.file(id, { type: 'titleChanged', title: named });
  }
}

async function pickFormat(): Promise<ChatFormat | undefined> {
  const items: Readonly<Record<ChatFormat, { readonly label: string; readonly description: string }>> = {
    markdown: { label: 'Markdown', description: t('With a folder for its media') },
    html: { label: 'HTML', description: t('One page with its pictures inside, which loads and runs nothing') },
    json: { label: 'JSON', description: t('Everything, to import it again') },
  };
  const picked = await vscode.window.showQuickPick(
    chatFormats.map((format) => ({ ...items[format], format })),
    { title: t('Export Chat'), placeHolder: t('As what?') },
  );
  return picked?.format;
}
