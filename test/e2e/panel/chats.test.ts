import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question, sampleChats } from './sample-state';
import { becomes } from '../support/becomes';

describe('the list of chats', () => {
  let panel: PanelPage;
  beforeEach(async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { text: 'Hello.' })]),
        chats: sampleChats(),
      }),
    });
    await panel.button('Chats').click();
  });
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const items = () => panel.page.getByRole('list', { name: 'Chats' }).getByRole('listitem');
  const choose = async (chat: string, item: string) => {
    await panel.button(`More about ${chat}`).click();
    await panel.page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const search = () => panel.page.getByRole('searchbox', { name: 'Search chats' });

  it('opens over the chat with the search focused, and marks the open chat', async () => {
    await becomes(() => items().count(), 6);
    await becomes(() => panel.focusedName(), 'Search chats');
    await becomes(() => panel.button('Chats').getAttribute('aria-expanded'), 'true');
    await becomes(() => panel.page.locator('[aria-current=true]').count(), 1);
    await panel.page.getByRole('heading', { name: 'Today' }).waitFor();
    await becomes(() => panel.composer.isVisible(), false);
  });

  it('marks chats that hold something unsent, the open one and the new one too', async () => {
    const [first, second, third, ...others] = sampleChats();
    assert(first && second && third);
    const marked = [
      { ...first, draft: 'Sent long ago' },
      { ...second, draft: 'How do I' },
      { ...third, draft: '' },
      ...others,
    ];
    const state = panelState({
      conversation: conversation([question('q', 'Hi'), answer('a', { text: 'Hello.' })]),
      draft: { text: 'And why\nis that?', tray: [] },
      chats: marked,
      newChatDraft: 'Something else',
    });
    await panel.send({ type: 'snapshot', state });
    const drafts = () => items().locator('.chat-draft').allInnerTexts();
    await becomes(drafts, ['Draft: Something else', 'Draft: And why is that?', 'Draft: How do I', 'Draft']);
    await panel.page.getByRole('button', { name: /^New chat Draft: Something else/ }).waitFor();
    await search().fill('layout');
    await becomes(drafts, ['Draft: How do I']);
    await search().fill('');
    await panel.page.getByRole('button', { name: /^New chat Draft/ }).click();
    assert.deepEqual(await panel.posted('newChatRequested'), [{ type: 'newChatRequested' }]);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    const newChat = { id: 'new', title: '', createdAt: 0, messages: [] };
    await panel.send({ type: 'snapshot', state: panelState({ conversation: newChat, chats: sampleChats() }) });
    await panel.composer.fill('Typed now');
    await panel.button('Chats').click();
    await becomes(drafts, ['Draft: Typed now']);
    await becomes(() => panel.page.locator('[aria-current=true]').innerText(), /^New chat/);
  });

  it('says that the chats are read until they are there', async () => {
    const { chats: _chats, ...unread } = panelState({ conversation: conversation([question('q', 'Hi')]) });
    await panel.send({ type: 'snapshot', state: unread });
    await panel.page.getByText('Reading the chats…').waitFor();
    await becomes(() => panel.page.getByText('No earlier chats yet.').count(), 0);
    await panel.button('Chats').click();
    await becomes(() => panel.log.innerText(), /Hi/);
    await panel.button('Chats').click();
    await panel.send({ type: 'chatsChanged', chats: sampleChats() });
    await becomes(() => items().count(), 6);
    await becomes(() => panel.page.getByText('Reading the chats…').count(), 0);
  });

  it('is walked with the arrows, opened with Enter and closed with Escape', async () => {
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('End');
    await panel.page.keyboard.press('ArrowDown');
    await becomes(() => panel.focusedName(), /^Compare two screenshots/);
    await panel.page.keyboard.press('Home');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('chatOpened'), [{ type: 'chatOpened', id: 'chat-2' }]);
    await becomes(() => items().count(), 0);
    await becomes(() => panel.focusedName(), 'Ask Iris');

    await panel.button('Chats').click();
    await panel.page.keyboard.press('Escape');
    await becomes(() => items().count(), 0);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
  });

  it('is searched by the host, and by titles until it answers', async () => {
    await search().fill('mock');
    await becomes(() => items().count(), 1);
    assert.equal((await panel.posted('chatsSearched')).at(-1)?.query, 'mock');
    await panel.send({ type: 'chatsFound', query: 'mock', found: [{ id: 'chat-3' }, { id: 'chat-6' }] });
    await becomes(() => items().count(), 2);
    await panel.send({ type: 'chatsFound', query: 'mo', found: [] });
    await becomes(() => items().count(), 1);
    await panel.send({ type: 'chatsFound', query: 'mock', found: [] });
    await panel.page.getByText('Nothing found for “mock”.').waitFor();
  });

  it('opens the first match with Enter in the search', async () => {
    await search().fill('invoice');
    await search().press('Enter');
    assert.equal((await panel.posted('chatOpened'))[0]?.id, 'chat-4');
  });

  it('deletes with Delete or the menu, and takes it back in the same place', async () => {
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Delete');
    assert.deepEqual(await panel.posted('chatDeleted'), [{ type: 'chatDeleted', id: 'chat-2' }]);
    const deleted = sampleChats().map((chat) => (chat.id === 'chat-2' ? { ...chat, isDeleted: true } : chat));
    await panel.send({ type: 'chatsChanged', chats: deleted });
    await becomes(() => panel.focusedName(), 'Search chats');
    await items().getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual(await panel.posted('chatRestored'), [{ type: 'chatRestored', id: 'chat-2' }]);
    await panel.send({ type: 'chatsChanged', chats: sampleChats() });
    await choose('HTML for the sign-in mock-up', 'Delete chat');
    assert.equal((await panel.postedSoFar('chatDeleted')).at(-1)?.id, 'chat-3');
  });

  it('pins, archives, copies and exports from the menu of a chat', async () => {
    const chat = 'HTML for the sign-in mock-up';
    for (const item of ['Pin', 'Archive', 'Copy chat', 'Export as Markdown…', 'Export as HTML…', 'Export as JSON…']) {
      await choose(chat, item);
    }
    const id = 'chat-3';
    assert.deepEqual(await panel.posted('chatPinned'), [{ type: 'chatPinned', id, pinned: true }]);
    assert.deepEqual(await panel.posted('chatArchived'), [{ type: 'chatArchived', id, archived: true }]);
    assert.deepEqual(await panel.posted('chatCopied'), [{ type: 'chatCopied', id }]);
    const formats = (await panel.posted('chatExported')).map(({ format }) => format);
    assert.deepEqual(formats, ['markdown', 'html', 'json']);
    await panel.button('Import chats…').click();
    await panel.posted('chatImportRequested');
  });

  it('says that a chat was archived, and takes it back in the same place', async () => {
    await choose('HTML for the sign-in mock-up', 'Archive');
    await panel.announced('HTML for the sign-in mock-up archived');
    await becomes(() => panel.focusedName(), 'Search chats');
    const filed = sampleChats().map((chat) => (chat.id === 'chat-3' ? { ...chat, isArchived: true } : chat));
    await panel.send({ type: 'chatsChanged', chats: filed });
    await becomes(() => items().count(), 6);
    await items().getByText('“HTML for the sign-in mock-up” was archived.').waitFor();
    // In a search it is a match in the archive, and no card.
    await search().fill('mock-up');
    await becomes(() => items().getByRole('button', { name: 'Undo' }).count(), 0);
    await items().getByText('Archived · ').waitFor();
    await search().fill('nowhere');
    await panel.page.getByText('Nothing found for “nowhere”.').waitFor();
    await search().fill('');
    // In the archive it stands as a chat.
    await panel.page.getByText('Archived', { exact: true }).click();
    await becomes(() => items().getByRole('button', { name: 'Undo' }).count(), 0);
    await panel.page.getByText('All', { exact: true }).click();
    await items().getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual((await panel.posted('chatArchived')).at(-1), {
      type: 'chatArchived',
      id: 'chat-3',
      archived: false,
    });
    await panel.send({ type: 'chatsChanged', chats: sampleChats() });
    await becomes(() => items().getByRole('button', { name: 'Undo' }).count(), 0);
    await becomes(() => panel.focusedName(), 'Search chats');
  });

  it('has menus for the keyboard, which Escape closes alone', async () => {
    await panel.button('More about Error rates by service').focus();
    await panel.page.keyboard.press('Enter');
    await becomes(() => panel.focusedName(), 'Rename');
    await panel.page.keyboard.press('ArrowUp');
    await becomes(() => panel.focusedName(), 'Delete chat');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('ArrowDown');
    await becomes(() => panel.focusedName(), 'Pin');
    await panel.page.keyboard.press('Escape');
    await becomes(() => panel.focusedName(), 'More about Error rates by service');
    await becomes(() => items().count(), 6);
  });

  it('renames with F2, with a name that is typed, proposed or asked for', async () => {
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('F2');
    await becomes(() => panel.focusedName(), 'Name of the chat');
    assert.deepEqual(await panel.posted('titlesRequested'), [
      { type: 'titlesRequested', id: 'chat-1', byModel: false },
    ]);
    await panel.send({
      type: 'titlesProposed',
      id: 'chat-1',
      titles: ['error-rates: What stands out?'],
      byModel: false,
    });
    await panel.button('Ask the model for a name').click();
    await panel.button('Asking the model…').waitFor();
    await panel.send({ type: 'titlesProposed', id: 'chat-1', titles: ['Checkout errors'], byModel: true });
    await panel.button('error-rates: What stands out?').waitFor();
    await panel.button('Checkout errors').click();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('chatRenamed'), [
      { type: 'chatRenamed', id: 'chat-1', title: 'Checkout errors' },
    ]);
    await becomes(() => panel.focusedName(), /^Error rates/);
    await panel.page.keyboard.press('F2');
    await panel.page.keyboard.type('Something else');
    await panel.page.keyboard.press('Escape');
    await becomes(async () => (await panel.postedSoFar('chatRenamed')).length, 1);
    await becomes(() => items().count(), 6);
  });

  it('shows the words around what was found, and opens the chat there', async () => {
    await search().fill('timeout');
    const place = { messageId: 'q7', attachment: 'scan.png', excerpt: '…after a timeout of 30 s' };
    await panel.send({ type: 'chatsFound', query: 'timeout', found: [{ id: 'chat-2', place }] });
    await becomes(() => items().locator('mark').textContent(), 'timeout');
    await items().getByText('scan.png:').waitFor();
    await search().press('Enter');
    assert.deepEqual(await panel.posted('chatOpened'), [{ type: 'chatOpened', id: 'chat-2' }]);
    const messages = Array.from({ length: 12 }, (_, index) => [
      question(`q${index}`, `Question ${index}`),
      answer(`a${index}`, { text: 'An answer of several lines.\n\n'.repeat(8) }),
    ]).flat();
    await panel.send({
      type: 'snapshot',
      state: panelState({ conversation: { id: 'chat-2', title: 'Layout', createdAt: 0, messages } }),
    });
    const shown = panel.log.getByText('Question 7', { exact: true });
    await becomes(async () => {
      const { y = -1 } = (await shown.boundingBox()) ?? {};
      return y > 0 && y < 300;
    }, true);
  });

  it('takes the way again on which a message was found that is put aside', async () => {
    await search().fill('other');
    const place = { messageId: 'q-other', excerpt: 'The other way' };
    await panel.send({ type: 'chatsFound', query: 'other', found: [{ id: 'chat-1', place }] });
    const forked = {
      ...conversation([question('q', 'Hi'), answer('a', { text: 'Hello.' })]),
      forks: [{ parentId: '', branches: [[question('q-other', 'The other way')], []], current: 1 }],
    };
    await panel.send({ type: 'snapshot', state: panelState({ conversation: forked, chats: sampleChats() }) });
    await search().press('Enter');
    assert.deepEqual(await panel.posted('branchChosen'), [
      { type: 'branchChosen', conversationId: 'chat-1', parentId: '', branch: 0 },
    ]);
    await panel.send({
      type: 'conversationEvent',
      conversationId: 'chat-1',
      event: { type: 'branchChosen', parentId: '', branch: 0 },
    });
    await panel.log.getByText('The other way').waitFor();
  });

  it('asks once for the way to a message that was found, while an answer keeps it from being taken', async () => {
    await search().fill('other');
    const place = { messageId: 'q-other', excerpt: 'The other way' };
    await panel.send({ type: 'chatsFound', query: 'other', found: [{ id: 'chat-1', place }] });
    const forked = {
      ...conversation([question('q', 'Hi'), answer('a', { text: 'Hel', status: 'streaming' })]),
      forks: [{ parentId: '', branches: [[question('q-other', 'The other way')], []], current: 1 }],
    };
    await panel.send({ type: 'snapshot', state: panelState({ conversation: forked, chats: sampleChats() }) });
    await search().press('Enter');
    for (const text of ['lo', '.', ' Well.']) {
      await panel.send({
        type: 'conversationEvent',
        conversationId: 'chat-1',
        event: { type: 'textAppended', messageId: 'a', text },
      });
    }
    await panel.log.getByText('Hello. Well.').waitFor();
    await becomes(async () => (await panel.posted('branchChosen')).length, 1);
    assert.deepEqual(await panel.posted('chatListClosed'), [{ type: 'chatListClosed' }]);
  });

  it('shows the chats of this workspace, all, or those in the archive', async () => {
    const workspace = { id: 'w1', name: 'shop' };
    const [first, second, ...others] = sampleChats();
    assert(first && second);
    await panel.send({
      type: 'snapshot',
      state: panelState({
        workspace,
        chats: [{ ...first, workspace }, { ...second, isArchived: true }, ...others],
      }),
    });
    await becomes(() => items().count(), 5);
    await panel.page.getByText('This workspace').click();
    await becomes(() => items().count(), 1);
    await panel.page.getByText('Archived', { exact: true }).click();
    await becomes(() => items().count(), 1);
    await items().getByText('Why does this layout').waitFor();
  });

  it('goes away when a new chat is wanted', async () => {
    await panel.button('New chat').click();
    await panel.posted('newChatRequested');
    await becomes(() => items().count(), 0);
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });
});

describe('the chat that is shown', () => {
  it('is renamed, deleted, archived and had back from its header', async () => {
    const panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { text: 'Hello.' })]),
        chats: sampleChats(),
      }),
    });
    const choose = async (item: string) => {
      await panel.button('More about this chat').click();
      await panel.page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await choose('Rename');
    await panel.page.getByRole('textbox', { name: 'Name of the chat' }).fill('Greeting');
    await panel.button('Save name').click();
    assert.deepEqual(await panel.posted('chatRenamed'), [{ type: 'chatRenamed', id: 'chat-1', title: 'Greeting' }]);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await choose('Delete chat');
    assert.deepEqual(await panel.posted('chatDeleted'), [{ type: 'chatDeleted', id: 'chat-1' }]);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    const [first, ...others] = sampleChats();
    assert(first);
    await panel.send({ type: 'chatsChanged', chats: [{ ...first, isDeleted: true }, ...others] });
    await panel.button('Undo').click();
    await becomes(() => panel.focusedName(), 'Ask Iris');
    assert.deepEqual(await panel.posted('chatRestored'), [{ type: 'chatRestored', id: 'chat-1' }]);
    await panel.send({ type: 'chatsChanged', chats: [first, ...others] });
    await choose('Archive');
    await panel.send({ type: 'chatsChanged', chats: [{ ...first, isArchived: true }, ...others] });
    await panel.page.getByRole('group', { name: 'Archived chat' }).getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual(await panel.posted('chatArchived'), [
      { type: 'chatArchived', id: 'chat-1', archived: true },
      { type: 'chatArchived', id: 'chat-1', archived: false },
    ]);
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('has no menu before its first question', async () => {
    const panel = await openPanel({ state: panelState() });
    await becomes(() => panel.button('More about this chat').count(), 0);
    await panel.send({ type: 'chatListShown' });
    await becomes(() => panel.focusedName(), 'Search chats');
    await panel.close();
  });
});
