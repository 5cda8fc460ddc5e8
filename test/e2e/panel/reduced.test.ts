import assert from 'node:assert/strict';
import type { ConversationEvent } from '../../../src/shared/conversation-events';
import { openPanel, type PanelPage } from './panel-page';
import { reduced, reducedState } from './reduced-scene';
import { becomes } from '../support/becomes';

describe('earlier attachments that were sent smaller', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('are told of in a line, which opens to what became of each and why', async () => {
    panel = await openPanel({ state: reducedState() });
    const line = panel.page.getByText('3 earlier attachments were sent smaller to fit');
    await becomes(() => panel.page.getByText('login.png as a small picture').isVisible(), false);
    await line.click();
    const list = panel.page.getByRole('list', { name: 'Sent smaller' });
    assert.deepEqual(
      (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      [
        'login.png as a small picture: the chat is longer than the model reads at once Send whole again',
        'Screenshot 2026-03-14 at 09.41.22 with a very long file name.png as its text: the chat is longer than the model reads at once Send whole again',
        'error-rates.png only named: the model takes no more pictures at once Send whole again',
      ],
    );
  });

  it('can be sent whole again, by keyboard, and let go', async () => {
    panel = await openPanel({ state: reducedState() });
    await panel.page.getByText('3 earlier attachments were sent smaller').focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    await panel.announced('login.png is sent whole from your next question on');
    assert.deepEqual(await panel.posted('attachmentKept'), [
      { type: 'attachmentKept', messageId: 'q1', attachmentId: 'p0', kept: true },
    ]);
    const event: ConversationEvent = { type: 'attachmentKept', messageId: 'q1', attachmentId: 'p0', kept: true };
    await panel.send({ type: 'conversationEvent', conversationId: 'chat-1', event });
    await panel.page.getByText('Whole from your next question on.').waitFor();
    await panel.button('Let it give way again: login.png').click();
    assert.equal((await panel.posted('attachmentKept')).at(-1)?.kept, false);
  });

  it('are told of as not taken where the model takes none of their kind, with nothing to choose', async () => {
    const [one] = reduced;
    assert(one);
    panel = await openPanel({ state: reducedState({ carried: [{ ...one, form: 'leftOut', cause: 'modality' }] }) });
    await panel.page.getByText('1 earlier attachment was not sent as it is: the model does not take it').click();
    await panel.page.getByText('only named: the model does not take it').waitFor();
    await becomes(() => panel.page.getByRole('button', { name: /^Send whole again/ }).count(), 0);
  });

  it('are not spoken of once their question is gone', async () => {
    panel = await openPanel({ state: reducedState() });
    const event: ConversationEvent = { type: 'messagesRemoved', messageIds: ['q1', 'a1'] };
    await panel.send({ type: 'conversationEvent', conversationId: 'chat-1', event });
    await panel.page.getByText('3 earlier attachments').waitFor({ state: 'detached' });
  });
});
