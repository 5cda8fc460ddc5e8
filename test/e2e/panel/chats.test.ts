import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question, sampleChats } from './sample-state';

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
  const search = () => panel.page.getByRole('searchbox', { name: 'Search chats' });

  it('opens over the chat with the search focused, and marks the open chat', async () => {
    assert.equal(await items().count(), 6);
    assert.equal(await panel.focusedName(), 'Search chats');
    assert.equal(await panel.button('Chats').getAttribute('aria-expanded'), 'true');
    assert.equal(await panel.page.locator('[aria-current=true]').count(), 1);
    await panel.page.getByRole('heading', { name: 'Today' }).waitFor();
    assert.equal(await panel.composer.isVisible(), false);
  });

  it('is walked with the arrows, opened with Enter and closed with Escape', async () => {
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('End');
    await panel.page.keyboard.press('ArrowDown');
    assert.match((await panel.focusedName()) ?? '', /^Compare two screenshots/);
    await panel.page.keyboard.press('Home');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('chatOpened'), [{ type: 'chatOpened', id: 'chat-2' }]);
    assert.equal(await items().count(), 0);
    assert.equal(await panel.focusedName(), 'Ask Iris');

    await panel.button('Chats').click();
    await panel.page.keyboard.press('Escape');
    assert.equal(await items().count(), 0);
    assert.equal(await panel.focusedName(), 'Ask Iris');
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
  });

  it('is searched by the host, and by titles until it answers', async () => {
    await search().fill('mock');
    assert.equal(await items().count(), 1);
    assert.equal((await panel.posted('chatsSearched')).at(-1)?.query, 'mock');
    await panel.send({ type: 'chatsFound', query: 'mock', found: [{ id: 'chat-3' }, { id: 'chat-6' }] });
    assert.equal(await items().count(), 2);
    await panel.send({ type: 'chatsFound', query: 'mo', found: [] });
    assert.equal(await items().count(), 1);
    await panel.send({ type: 'chatsFound', query: 'mock', found: [] });
    await panel.page.getByText('Nothing found for “mock”.').waitFor();
  });

  it('opens the first match with Enter in the search', async () => {
    await search().fill('invoice');
    await search().press('Enter');
    assert.equal((await panel.posted('chatOpened'))[0]?.id, 'chat-4');
  });

  it('deletes with Delete or the button, only after a question', async () => {
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Delete');
    await panel.page.keyboard.press('Escape');
    await panel.button('Cancel').waitFor({ state: 'detached' });
    assert.deepEqual(await panel.postedSoFar('chatDeleted'), []);
    assert.match((await panel.focusedName()) ?? '', /^Why does this layout/);
    await panel.page.keyboard.press('Delete');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('chatDeleted'), [{ type: 'chatDeleted', id: 'chat-2' }]);
    await panel.send({ type: 'chatsChanged', chats: sampleChats().filter(({ id }) => id !== 'chat-2') });
    assert.equal(await items().count(), 5);
    assert.equal(await panel.focusedName(), 'Search chats');
    await panel.button('Delete HTML for the sign-in mock-up').click();
    await panel.button('Cancel').click();
    assert.equal((await panel.postedSoFar('chatDeleted')).length, 1);
  });

  it('goes away when a new chat is wanted', async () => {
    await panel.button('New chat').click();
    await panel.posted('newChatRequested');
    assert.equal(await items().count(), 0);
    assert.equal(await panel.focusedName(), 'Ask Iris');
  });
});
