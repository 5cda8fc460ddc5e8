import { answer, conversation, panelState, question, sampleChats } from './sample-state';
import type { Scene } from './scenes';

const messages = [question('q1', 'What stands out?'), answer('a1', { text: 'Checkout peaks at 09:00.' })];
const workspace = { id: 'w1', name: 'shop' };

/** Chats of several workspaces: pinned, archived, deleted. */
function chats() {
  return sampleChats().map((chat, index) => ({
    ...chat,
    workspace: index < 3 ? workspace : { id: 'w2', name: 'storefront-of-the-other-team' },
    ...(index === 4 && { isPinned: true }),
    ...(index === 2 && { isDeleted: true }),
  }));
}

const state = () => panelState({ conversation: conversation(messages), chats: chats(), workspace });

/** The list of chats and what is done in it. */
export const chatScenes: Readonly<Record<string, Scene>> = {
  chatsFound: {
    state,
    prepare: async (panel) => {
      await panel.button('Chats').click();
      await panel.page.getByRole('searchbox', { name: panel.say('Search chats') }).fill('timeout');
      await panel.send({
        type: 'chatsFound',
        query: 'timeout',
        found: [
          {
            id: 'chat-1',
            place: {
              messageId: 'a1',
              excerpt:
                '…the checkout service fails after a timeout of 30 s, and each of its three retries makes the queue behind it ' +
                'longer than it was before…',
            },
          },
          { id: 'chat-2', closeness: 'title' },
          {
            id: 'chat-4',
            place: {
              messageId: 'q1',
              attachment: 'Screenshot 2026-03-14 at 09.41.22.png',
              excerpt: 'Gateway Timeout (504)',
            },
          },
          { id: 'chat-5', place: { messageId: 'q1', excerpt: 'مهلة timeout الطلب' } },
        ],
      });
    },
  },
  chatDrafts: {
    state: () =>
      panelState({
        conversation: conversation(messages),
        draft: { text: 'And which of them began before the deployment of Monday morning?', tray: [] },
        chats: chats().map((chat, index) => (index === 1 ? { ...chat, draft: '' } : chat)),
        newChatDraft: 'ماذا يظهر في هذا الرسم البياني؟',
        workspace,
      }),
    prepare: (panel) => panel.button('Chats').click(),
  },
  chatsFoundElsewhere: {
    state: () =>
      panelState({
        conversation: conversation(messages),
        chats: chats().map((chat, index) => (index === 1 ? { ...chat, isArchived: true } : chat)),
        workspace,
      }),
    prepare: async (panel) => {
      await panel.button('Chats').click();
      await panel.page.getByText(panel.say('This workspace')).click();
      await panel.page.getByRole('searchbox', { name: panel.say('Search chats') }).fill('layout');
    },
  },
  chatsNothingFound: {
    state,
    prepare: async (panel) => {
      await panel.button('Chats').click();
      await panel.page
        .getByRole('searchbox', { name: panel.say('Search chats') })
        .fill('supercalifragilistic'.repeat(6));
    },
  },
  chatMenu: {
    state,
    prepare: async (panel) => {
      await panel.button('Chats').click();
      await panel.button('More about {0}', 'Error rates by service').click();
    },
  },
  chatRenamed: {
    state,
    prepare: async (panel) => {
      await panel.button('Chats').click();
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('F2');
      await panel.send({
        type: 'titlesProposed',
        id: 'chat-1',
        titles: ['error-rates: What stands out?', 'Which of the services fails most often after a deployment?'],
        byModel: false,
      });
    },
  },
  chatDeleted: { state },
  chatArchived: {
    state,
    prepare: async (panel) => {
      const [first, ...others] = chats();
      await panel.send({
        type: 'chatsChanged',
        chats: [...(first ? [{ ...first, isArchived: true }] : []), ...others],
      });
      await panel.button('Chats').click();
    },
  },
};
