import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { sampleAnswer } from './sample-answer';
import { answer, conversation, panelState, question, sampleChats } from './sample-state';
import { becomes } from '../support/becomes';

describe('a long chat', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const messages = Array.from({ length: 200 }, (_, index) => [
    question(`q${index}`, `Question ${index}`),
    answer(`a${index}`, { text: 'An answer of several lines.\n\n'.repeat(8) }),
  ]).flat();
  const long = panelState({
    conversation: { id: 'chat-2', title: 'Long', createdAt: 0, messages },
    chats: sampleChats(),
  });
  const shown = (text: string) => panel.log.getByText(text, { exact: true });

  it('has few boxes until more of it comes near', async () => {
    panel = await openPanel({ state: long });
    const boxes = panel.log.locator('.message-box');
    await becomes(async () => (await boxes.count()) < messages.length / 4, true);
    await shown('Question 199').waitFor();
    await panel.log.evaluate((log) => log.scrollTo(0, log.scrollHeight / 2));
    await panel.page.waitForFunction(() => {
      const view = document.querySelector('[role=log]')?.getBoundingClientRect();
      const middle = view && document.elementFromPoint(view.left + view.width / 2, view.top + view.height / 2);
      return middle?.closest('article');
    });
    await becomes(async () => (await boxes.count()) < messages.length, true);
    await panel.log.evaluate((log) => log.scrollTo(0, 0));
    await shown('Question 0').waitFor();
  });

  it('is opened where something was found that is far from its end', async () => {
    panel = await openPanel({ state: panelState({ chats: sampleChats() }) });
    await panel.button('Chats').click();
    await panel.page.getByRole('searchbox', { name: 'Search chats' }).fill('question 7');
    const place = { messageId: 'q7', excerpt: 'Question 7' };
    await panel.send({ type: 'chatsFound', query: 'question 7', found: [{ id: 'chat-2', place }] });
    await panel.page.getByRole('searchbox', { name: 'Search chats' }).press('Enter');
    await panel.posted('chatOpened');
    await panel.send({ type: 'snapshot', state: long });
    const box = await shown('Question 7').boundingBox();
    assert.ok(box && box.y > 0 && box.y < 300, JSON.stringify(box));
    await shown('Question 6').waitFor();
    const later = await shown('Question 7').boundingBox();
    assert.ok(later && Math.abs(later.y - box.y) <= 1, JSON.stringify(later));
  });

  for (const width of [280, 480]) {
    it(`is taken for about as high as it is before it is read, ${width} pixels wide`, async () => {
      const read = Array.from({ length: 15 }, (_, index) => [
        question(`q${index}`, 'What stands out here?'),
        answer(`a${index}`, { text: sampleAnswer }),
      ]).flat();
      panel = await openPanel({ width, state: panelState({ conversation: conversation(read) }) });
      const height = () => panel.log.evaluate((log) => log.scrollHeight);
      const guessed = await height();
      for (let seen = 0; seen < read.length; seen = await panel.log.getByRole('article').count()) {
        await panel.log.evaluate((log) => log.scrollBy(0, -log.clientHeight));
        await panel.send();
      }
      const ratio = guessed / (await height());
      assert.ok(ratio > 0.9 && ratio < 1.1, String(ratio));
    });
  }

  it('is there as a whole for a screen reader, which goes through it without scrolling', async () => {
    panel = await openPanel();
    await panel.page.evaluate(() => document.body.classList.add('vscode-using-screen-reader'));
    const conversation = { ...long.conversation, messages: messages.slice(-160) };
    await panel.send({ type: 'snapshot', state: { ...long, conversation } });
    await panel.page.waitForFunction(
      (count) => document.querySelectorAll('[role=log] article').length === count,
      conversation.messages.length,
    );
  });
});
