import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

describe('a panel that was hidden or reloaded', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const messages = Array.from({ length: 30 }, (_, index) => [
    question(`q${index}`, `Question ${index}`),
    answer(`a${index}`, { text: `Answer ${index}.\n\n${'Some words. '.repeat(60)}` }),
  ]).flat();
  const long = panelState({ conversation: conversation(messages) });
  const topMessage = () =>
    panel.page.evaluate(() => {
      const log = document.querySelector('[role=log]')?.getBoundingClientRect();
      const shown = [...document.querySelectorAll<HTMLElement>('[data-message-id]')].find(
        (message) => message.getBoundingClientRect().bottom > (log?.top ?? 0),
      );
      return `${shown?.dataset['messageId']} ${Math.round((shown?.getBoundingClientRect().top ?? 0) - (log?.top ?? 0))}`;
    });

  it('shows typed text at once, before the host has said anything', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.fill('not sent yet');
    await saved('not sent yet');
    await panel.reload();
    await becomes(() => panel.composer.inputValue(), 'not sent yet');
    await panel.send({ type: 'snapshot', state: panelState() });
    await becomes(() => panel.composer.inputValue(), 'not sent yet');
    assert.equal((await panel.posted('draftChanged')).at(-1)?.text, 'not sent yet');
  });

  it("shows the host's text where it has one", async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.fill('old');
    await saved('old');
    await panel.reload(panelState({ draft: { text: 'from a command', tray: [] } }));
    await becomes(() => panel.composer.inputValue(), 'from a command');
  });

  it('is scrolled to where it was, also when it comes back narrower', async () => {
    panel = await openPanel({ state: long });
    await panel.log.evaluate((log) => log.scrollTo(0, log.scrollHeight / 3));
    await panel.button('Scroll to the end').waitFor();
    await rendered();
    const before = await topMessage();
    const [id = '', top = ''] = before.split(' ');
    await panel.page.waitForFunction(
      ([messageId, offset]) => {
        const { scroll } = JSON.parse(sessionStorage.getItem('state') ?? '{}') as { scroll?: Record<string, unknown> };
        return scroll?.['messageId'] === messageId && String(scroll['offset']) === offset;
      },
      [id, top] as const,
    );
    await panel.reload(long);
    await becomes(() => topMessage(), before);
    await panel.page.setViewportSize({ width: 300, height: 760 });
    await panel.reload(long);
    await becomes(async () => (await topMessage()).split(' ')[0], before.split(' ')[0]);
  });

  it('is at its end where it was at its end', async () => {
    panel = await openPanel({ state: long });
    await panel.reload(long);
    await becomes(() => panel.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight <= 1), true);
  });

  it('starts another chat at its end', async () => {
    panel = await openPanel({ state: long });
    await panel.log.evaluate((log) => log.scrollTo(0, 0));
    await panel.button('Scroll to the end').waitFor();
    await panel.send({ type: 'snapshot', state: panelState({ conversation: { ...long.conversation, id: 'chat-2' } }) });
    await becomes(() => panel.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight <= 1), true);
  });

  it('keeps what was typed while the host told of another chat', async () => {
    panel = await openPanel({ state: panelState() });
    const composer = panel.page.getByRole('textbox', { name: 'Ask Iris' });
    await composer.fill('Meant for the new one');
    const draft = { text: '', tray: [], changes: 0 };
    await panel.send({ type: 'snapshot', state: panelState({ conversation: conversation([], 'Another'), draft }) });
    await panel.page.getByRole('heading', { name: 'Another' }).waitFor();
    await becomes(() => composer.inputValue(), 'Meant for the new one');
    const known = { text: 'As the host has it', tray: [], changes: 1 };
    await panel.send({ type: 'snapshot', state: panelState({ draft: known }) });
    await panel.page.waitForFunction(() => document.querySelector('textarea')?.value === 'As the host has it');
  });

  it('ignores messages that are not of the protocol', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.page.evaluate(() => {
      [
        undefined,
        'x',
        { type: 'snapshot' },
        { type: 'snapshot', state: { conversation: {} } },
        { type: 'nonsense' },
      ].forEach((message) => window.postMessage(message, '*'));
    });
    await panel.send({ type: 'noticeShown', text: 'Still here.' });
    await panel.page.getByText('Still here.').waitFor();
  });

  /** All messages around what is visible have come. */
  async function rendered(): Promise<void> {
    await panel.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-message-id]:empty')].every((box) => {
        const { top, bottom } = box.getBoundingClientRect();
        return bottom < 0 || top > innerHeight;
      }),
    );
  }

  async function saved(text: string): Promise<void> {
    await panel.page.waitForFunction((wanted) => sessionStorage.getItem('state')?.includes(wanted), text);
  }
});
