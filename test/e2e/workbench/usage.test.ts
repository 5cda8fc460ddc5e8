import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerText, sendJson } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { startNewChat } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

describe('Usage', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });
  const page = () => workbench().panel('editor');
  const total = (name: string) => page().locator('.total').filter({ hasText: name });
  const rows = (table: string) => page().getByRole('table', { name: table }).locator('tbody tr');
  const picture = (name: string) => workbench().screenshot(`usage-${name}`);

  const showUsage = async (): Promise<void> => {
    await workbench().runCommand('Iris: Show Usage');
    await page().getByRole('heading', { name: 'Usage', exact: true }).waitFor();
  };

  /** Asks in a chat of its own and waits for the answer. */
  const ask = async (question: string, usage: { readonly prompt: number; readonly completion: number }) => {
    const chat = await startNewChat(workbench());
    const reply = answerText(['Done: ', question], {
      usage: { prompt_tokens: usage.prompt, completion_tokens: usage.completion },
    });
    server().reply(reply);
    await chat.ask(question);
    await chat.waitForText(`Done: ${question}`);
  };

  before('tell prices as OpenRouter does', async () => {
    const pricing = { prompt: '0.0001', completion: '0.0002' };
    server().routes.set('/v1/models', sendJson({ data: [{ id: 'test-vision', name: 'Test: Vision', pricing }] }));
    await workbench().runCommand('Iris: Select Model');
    await workbench().quickInput.waitUntilOpen('Iris: Select Model');
    await workbench().quickInput.pick(/test-vision/);
  });

  it('is empty at first', async () => {
    await showUsage();
    await page().getByText('Nothing has been counted yet.').waitFor();
    await picture('1-empty');
  });

  it('follows the requests, and its sums add up', async () => {
    await ask('First question', { prompt: 1_000, completion: 100 });
    await ask('Second question', { prompt: 2_000, completion: 200 });
    await total('In total').filter({ hasText: '$0.36' }).waitFor();
    await becomes(() => total('Today').innerText(), /\$0\.36[^]*3,300 tokens, 2 requests/);
    await becomes(() => total('This month').innerText(), /\$0\.36/);
    await becomes(() => rows('By model').first().innerText(), /test-vision\s+Loopback\s+\$0\.36\s+3,000\s+300\s+2/);
    await becomes(() => rows('By chat').count(), 2);
    await becomes(() => rows('By chat').first().innerText(), /Second question\s+\$0\.24/);
    await becomes(() => rows('By chat').last().innerText(), /First question\s+\$0\.12/);
    for (const theme of ['light', 'dark'] as const) {
      await workbench().setTheme(theme);
      // The settings were in front of it: it is drawn anew, and would take the keyboard from what comes next.
      await total('In total').filter({ hasText: '$0.36' }).waitFor();
      await picture(`2-${theme}`);
    }
  });

  it('is still there after the window was reloaded, in its tab', async () => {
    await workbench().reload();
    await total('In total').filter({ hasText: '$0.36' }).waitFor();
    await becomes(() => rows('By chat').count(), 2);
  });

  it('is exported into a file that the person chooses', async () => {
    await page().getByRole('button', { name: 'Export CSV…' }).click();
    await workbench().quickInput.waitUntilOpen('Export Usage');
    await workbench().quickInput.acceptFile();
    const message = await workbench().notifications.message('Usage was exported to');
    const file = /(\/.*\.csv)\./.exec(message)?.[1] ?? '';
    assert.equal(path.dirname(file), workbench().folder);
    const lines = (await readFile(file, 'utf8')).trim().split('\r\n');
    assert.equal(lines.length, 3);
    assert.match(lines[1] ?? '', /,Loopback,test-vision,First question,[^,]+,chat,1,1000,,,,100,,,no,0\.12,price$/);
  });

  it('warns when the budget is nearly used up', async () => {
    await workbench().settings.change({ 'iris.monthlyBudget': 0.5 });
    await page()
      .getByText(/of \$0\.50 used this month/)
      .waitFor();
    await ask('Third question', { prompt: 500, completion: 50 });
    assert.match(await workbench().notifications.message(/budget/), /\$0\.42 of this month's budget of \$0\.50/);
    await picture('3-warned');
    await workbench().notifications.choose(/budget/, 'Show Usage');
    await page()
      .getByText(/\$0\.42 of \$0\.50 used this month \(84\s%\)/)
      .waitFor();
  });

  it('sends nothing once the budget is used up, until it is raised', async () => {
    await workbench().settings.change({ 'iris.monthlyBudget': 0.3 });
    await page().getByText('do not answer until you raise the budget').waitFor();
    await picture('4-reached');
    const sent = server().questions.length;
    const chat = await startNewChat(workbench());
    await chat.ask('Fourth question');
    await chat.waitForText(/Nothing was sent.*The budget of \$0\.30 for \w+ \d+ is used up/);
    await picture('5-stopped');
    assert.equal(server().questions.length, sent);

    await workbench().settings.change({ 'iris.monthlyBudget': null });
    await chat.button('Retry').click();
    await chat.waitForText('All is well.');
    assert.equal(server().questions.length, sent + 1);
  });

  it('is empty once it was cleared, after asking', async () => {
    await showUsage();
    await page().getByRole('button', { name: 'Clear…' }).click();
    const dialog = workbench().page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await becomes(() => total('In total').innerText(), /\d requests/);
    await workbench().runCommand('Iris: Clear Usage');
    await picture('6-clear');
    await dialog.getByRole('button', { name: 'Clear Usage' }).click();
    await page().getByText('Nothing has been counted yet.').waitFor();
    await workbench().reload();
    await showUsage();
    await page().getByText('Nothing has been counted yet.').waitFor();
    await until('no numbers', async () => ((await page().getByRole('table').count()) === 0 ? true : undefined));
  });
});
