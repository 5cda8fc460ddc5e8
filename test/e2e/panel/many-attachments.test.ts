import assert from 'node:assert/strict';
import { sampleLog, sampleVideo } from './attachment-samples';
import { manyAttachments } from './attachment-scenes';
import { sampleWarnings } from './composer-scenes';
import { openPanel, type PanelPage } from './panel-page';
import { answer, panelState, picture, question, ready } from './sample-state';
import { heldBack } from './secret-scenes';
import { becomes } from '../support/becomes';

describe('many attachments', () => {
  let panel: PanelPage;
  const open = async (tray = manyAttachments): Promise<void> => {
    panel = await openPanel({ state: panelState({ draft: { text: 'What is this?', tray } }), width: 280, height: 600 });
  };
  const cards = () => panel.page.getByRole('list', { name: 'Attachments' }).getByRole('listitem');

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('are removed all at once, and come back with Undo', async () => {
    await open();
    await panel.button('Remove all').click();
    await becomes(async () => (await panel.posted('trayEmptied')).length, 1);
    await panel.announced('12 attachments were removed. Undo is before the question.');
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await panel.send({ type: 'trayChanged', tray: [] });
    await panel.page.getByText('12 attachments were removed.', { exact: true }).waitFor();
    await panel.button('Undo').click();
    await becomes(async () => (await panel.posted('trayRefilled')).length, 1);
    await panel.send({ type: 'trayChanged', tray: manyAttachments });
    await becomes(() => cards().count(), 12);
    await becomes(() => panel.button('Undo').count(), 0);
    await becomes(() => panel.composer.inputValue(), 'What is this?');
  });

  it('that were removed are not offered any more once something was asked, or in another chat', async () => {
    await open();
    await panel.button('Remove all').click();
    await panel.send({ type: 'trayChanged', tray: [] });
    await panel.button('Undo').waitFor();
    const messages = [question('q1', 'What is this?'), answer('a1', { text: 'A chart.' })];
    const chat = { id: 'chat-1', title: 'Charts', createdAt: 1, messages };
    await panel.send({ type: 'snapshot', state: panelState({ conversation: chat }) });
    await panel.button('Undo').waitFor({ state: 'detached' });
    const other = { id: 'chat-2', title: 'Another', createdAt: 1, messages: [] };
    await panel.send({ type: 'snapshot', state: panelState({ conversation: other }) });
    await becomes(() => panel.button('Undo').count(), 0);
  });

  it('are removed one by one where there are two', async () => {
    await open([ready(picture('one', 'one.png')), ready(picture('two', 'two.png'))]);
    await becomes(() => panel.button('Remove all').count(), 0);
  });

  it('are small and scroll, and leave the question and Send in view in the smallest panel', async () => {
    await open();
    const [first, second] = [await cards().nth(0).boundingBox(), await cards().nth(1).boundingBox()];
    assert(first && second && first.y === second.y && second.x > first.x);
    for (const shown of [panel.composer, panel.button('Send'), panel.button('Remove all')]) {
      const box = await shown.boundingBox();
      assert(box && box.y >= 0 && box.y + box.height <= 600 && box.height > 10);
    }
    await cards().last().scrollIntoViewIfNeeded();
    await panel.button(`Remove ${manyAttachments.at(-1)?.name}`).click();
    assert.equal((await panel.posted('attachmentRemoved'))[0]?.id, manyAttachments.at(-1)?.id);
  });

  it('leave the question and Send in view also with warnings and what is held back', async () => {
    panel = await openPanel({
      state: panelState({
        draft: { text: 'What is this?', tray: manyAttachments, warnings: sampleWarnings, heldBack },
      }),
      width: 280,
      height: 600,
    });
    await panel.send({ type: 'noticeShown', text: 'One question takes 100 attachments at most.' });
    const [text, send] = [await panel.composer.boundingBox(), await panel.button('Send').boundingBox()];
    const list = await panel.page.getByRole('list', { name: 'Attachments' }).boundingBox();
    assert(text && send && list && list.height > 60);
    assert(list.y + list.height <= text.y && text.y + text.height <= send.y && send.y + send.height <= 600);
  });

  it('are told of where they were left out, though the question comes right after', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.send({ type: 'noticeShown', text: 'Read long ago.' });
    await panel.page.getByText('Read long ago.').waitFor();
    await panel.composer.fill('What is this?');
    await panel.composer.press('Enter');
    await panel.page.getByText('Read long ago.').waitFor({ state: 'detached' });
    await panel.send(
      { type: 'noticeShown', text: 'Sent without what could not be attached: a.bin.' },
      {
        type: 'conversationEvent',
        conversationId: 'chat-1',
        event: { type: 'userMessageAdded', message: question('q', 'What is this?') },
      },
    );
    await panel.log.getByText('What is this?').waitFor();
    await panel.page.getByText('Sent without what could not be attached: a.bin.').waitFor();
  });

  it('leave the question and Send in view under a notice that names many', async () => {
    panel = await openPanel({ state: panelState(), width: 280, height: 420 });
    await panel.send({ type: 'noticeShown', text: 'Sent without a very long file name.png. '.repeat(40) });
    const notice = panel.page.getByRole('status').filter({ hasText: 'Sent without' });
    await becomes(() => notice.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight), true);
    const [told, text, send] = await Promise.all(
      [notice, panel.composer, panel.button('Send')].map((shown) => shown.boundingBox()),
    );
    assert(told && text && send);
    assert(told.y >= 0 && told.y + told.height <= text.y && send.y + send.height <= 420);
  });

  it('keep their room for what asks something, and their facts for a screen reader', async () => {
    await open();
    const wide = await cards().filter({ hasText: 'broken' }).boundingBox();
    const list = await panel.page.getByRole('list', { name: 'Attachments' }).boundingBox();
    assert(wide && list && wide.width > list.width * 0.8);
    await panel.page.getByRole('button', { name: /^chart 1\.png 1568 × 980/ }).waitFor();
  });

  it('show in few words how much is sent of each, and what of it is cut', async () => {
    const pictures = ['one', 'two', 'three', 'four', 'five', 'six'].map((id) => ready(picture(id, `${id}.png`)));
    await open([ready(sampleLog), ready(sampleVideo), ...pictures]);
    const seen = (name: string) => cards().filter({ hasText: name }).locator('.tray-detail');
    await becomes(() => seen('big.log').innerText(), /^240 KB of 9 MB\s+≈ [\d,]+ tokens$/);
    await becomes(() => seen('checkout-bug.mov').innerText(), /^8 frames · 477 KB\s+≈ [\d,]+ tokens$/);
    const [card, fact] = [await cards().nth(0).boundingBox(), await seen('big.log').boundingBox()];
    assert(card && fact && fact.x >= card.x && fact.x + fact.width <= card.x + card.width);
  });

  it('are one line while a sheet is open, from which they come back, and nothing is cut through a line', async () => {
    await open();
    await cards()
      .nth(0)
      .getByRole('button', { name: /^chart 1\.png/ })
      .click();
    const folded = panel.page.getByRole('button', { name: '12 attachments', exact: true });
    await becomes(() => folded.getAttribute('aria-expanded'), 'false');
    await becomes(() => cards().count(), 0);
    const text = await panel.composer.evaluate((field) => {
      const { lineHeight, paddingTop } = getComputedStyle(field);
      return (field.clientHeight - Number.parseFloat(paddingTop)) / Number.parseFloat(lineHeight);
    });
    assert.equal(Math.round(text * 10), 10);
    await folded.click();
    await becomes(() => cards().count(), 12);
    await folded.click();
    await panel.page.keyboard.press('Escape');
    await becomes(() => cards().count(), 12);
    await becomes(() => folded.count(), 0);
  });
});
