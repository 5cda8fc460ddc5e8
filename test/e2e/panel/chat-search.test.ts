import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question, sampleChats } from './sample-state';
import { becomes } from '../support/becomes';

describe('a search in the list of chats', () => {
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

  it('has what is closest on top, with every word that is searched for marked in titles and excerpts', async () => {
    await search().fill('Layout screens');
    const place = { messageId: 'q', excerpt: '…of all screens, none has this layout: Layout…' };
    const found = [
      { id: 'chat-1', place },
      { id: 'chat-2', closeness: 'title' as const },
    ];
    await panel.send({ type: 'chatsFound', query: 'Layout screens', found });
    await becomes(
      () => items().locator('.chat-name').allInnerTexts(),
      ['Why does this layout overflow on small screens?', 'Error rates by service'],
    );
    await becomes(() => panel.page.locator('.chat-group').allInnerTexts(), ['Best matches', 'Today']);
    await becomes(() => items().locator('mark').allInnerTexts(), ['layout', 'screens', 'screens', 'layout', 'Layout']);
  });

  it('leads from a search to the matches that are listed elsewhere', async () => {
    const workspace = { id: 'w1', name: 'shop' };
    const [first, second, ...others] = sampleChats();
    assert(first && second);
    const chats = [{ ...first, workspace }, { ...second, isArchived: true, workspace }, ...others];
    await panel.send({ type: 'snapshot', state: panelState({ workspace, chats }) });
    await panel.page.getByText('This workspace').click();
    await search().fill('layout');
    await panel.page.getByText('Nothing found for “layout”.').waitFor();
    await panel.button('1 match in Archived').click();
    await items().getByText('Why does this layout').waitFor();
    await becomes(() => panel.focusedName(), 'Search chats');
    await search().fill('r');
    await panel.button('4 more matches in All').click();
    await becomes(() => items().count(), 5);
    await becomes(() => panel.page.locator('.chats-elsewhere').count(), 0);
  });

  it('leaves the heading of yesterday to tell the day, and its rows the time', async () => {
    const yesterday = new Date();
    yesterday.setDate(yesterday.getDate() - 1);
    yesterday.setHours(14, 5);
    const [first] = sampleChats();
    assert(first);
    await panel.send({ type: 'chatsChanged', chats: [{ ...first, id: 'other', updatedAt: yesterday.getTime() }] });
    await panel.page.getByRole('heading', { name: 'Yesterday' }).waitFor();
    await becomes(() => items().locator('.chat-detail').innerText(), /^2:05\sPM · 2 messages$/);
  });
});
