import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { textOf } from '../../servers/received-request';
import { answerText } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { Chat, startNewChat } from '../support/chat';
import { clipboardText } from '../support/clipboard';
import { decode, difference } from '../support/pixels';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

const question = 'What can be typed here?';

describe('Chats as files and in their list', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });
  const inFolder = (name: string): string => path.join(workbench().folder, name);
  const original = () => decode(inFolder('pictures/mock-up.png'));

  before('ask about a picture', async () => {
    server().reply(answerText(['An **address** and a password.']));
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['mock-up.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await chat.ask(question);
    await chat.waitForText('An address and a password.');
    await chat.button('Send').waitFor();
  });

  /** Exports the chat into the workspace under the name that is proposed, and gives that name. */
  async function exportAs(format: string): Promise<string> {
    const { quickInput, notifications } = workbench();
    await workbench().runCommand('Iris: Export Chat…');
    await quickInput.waitUntilOpen('Export Chat');
    await quickInput.pick(format);
    if (format === 'JSON') {
      const dialog = workbench().page.getByRole('dialog').filter({ hasText: 'as it was attached, not as it was sent' });
      await dialog.getByRole('button', { name: 'Export with Originals', exact: true }).click();
    }
    await quickInput.acceptFile();
    const message = await notifications.message('The chat was exported to');
    await notifications.dismiss('The chat was exported to');
    const name = /The chat was exported to (.+)\.$/.exec(message)?.[1] ?? '';
    assert.notEqual(name, '', message);
    return name;
  }

  it('are exported as Markdown with a folder for their media', async () => {
    const name = await exportAs('Markdown');
    const folder = name.replace(/\.md$/, '-media');
    await becomes(() => readdir(inFolder(folder)), ['1-mock-up.png']);
    const [shown, source] = await Promise.all([decode(inFolder(`${folder}/1-mock-up.png`)), original()]);
    assert.ok(difference(shown, source) < 3);
    const text = await readFile(inFolder(name), 'utf8');
    assert.ok(text.includes(`![mock-up.png](${encodeURIComponent(folder)}/1-mock-up.png)`), text);
    assert.ok(text.includes(question) && text.includes('An **address** and a password.'), text);
  });

  it('are exported as a page that stands alone', async () => {
    const name = await exportAs('HTML');
    const page = await workbench().page.context().newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${encodeURI(inFolder(name))}`);
    await page.getByText(question).first().waitFor();
    await becomes(() => page.locator('strong', { hasText: 'address' }).count(), 1);
    const width = await page
      .locator('img')
      .evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
    assert.equal(width, (await original()).width);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('data:')).map((url) => path.basename(decodeURI(url))),
      [name],
    );
    await page.close();
  });

  it('are copied as Markdown', async () => {
    await workbench().runCommand('Iris: Copy Chat as Markdown');
    await workbench().panel().getByText('The chat was copied as Markdown, without its media.').waitFor();
    const text = await clipboardText(workbench().page);
    assert.ok(text.includes(question) && text.includes('An **address** and a password.'), text);
    assert.ok(text.includes('mock-up.png') && !text.includes(']('), text);
  });

  it('are renamed, pinned and put into the archive', async () => {
    await workbench().runCommand('Iris: Rename Chat…');
    await workbench().quickInput.waitUntilOpen('Rename Chat');
    await workbench().quickInput.enter('The sign-in page');
    await startNewChat(workbench());
    await openList();
    await row('The sign-in page').getByRole('button').first().click();
    await new Chat(workbench().panel()).waitForText('An address and a password.');

    await workbench().runCommand('Iris: Pin or Unpin Chat');
    await openList();
    await workbench().panel().getByRole('heading', { name: 'Pinned' }).waitFor();
    await workbench().runCommand('Iris: Archive Chat or Take It Out');
    await row('The sign-in page').getByText('was archived').waitFor();
    await workbench().panel().getByText('Archived', { exact: true }).click();
    await row('The sign-in page').getByText('messages').waitFor();
    await workbench().runCommand('Iris: Archive Chat or Take It Out');
    await row('The sign-in page').waitFor({ state: 'detached' });
    await workbench().panel().getByText('All', { exact: true }).click();
    await row('The sign-in page').waitFor();
  });

  it('are deleted, and had back', async () => {
    const panel = workbench().panel();
    await workbench().runCommand('Iris: Delete Chat');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await openList();
    await row('The sign-in page').getByRole('button').first().click();
    await new Chat(panel).waitForText('An address and a password.');
  });

  it('go on in an editor tab', async () => {
    await workbench().runCommand('Iris: Open Chat in Editor');
    await new Chat(workbench().panel('editor')).waitForText('An address and a password.');
    await workbench().runCommand('View: Close Editor');
  });

  it('are exported as JSON and imported as another chat that can be gone on with', async () => {
    const name = await exportAs('JSON');
    await workbench().runCommand('Iris: Import Chats…');
    await workbench().quickInput.waitUntilOpen('Import Chats');
    await workbench().quickInput.acceptFile(inFolder(name));
    const message = await workbench().notifications.message('1 chat was imported.');
    assert.doesNotMatch(message, /left out/);
    const imported = new Chat(workbench().panel('editor'));
    await imported.waitForText('An address and a password.');
    await imported.ask('And below it?');
    await imported.waitForText('All is well.');
    const request = server().questions.at(-1);
    assert.deepEqual(request?.question.messages.filter(({ role }) => role === 'assistant').map(textOf), [
      'An **address** and a password.',
    ]);
    const [sent] = request?.images ?? [];
    assert.ok(sent);
    assert.ok(difference(await decode(sent.bytes), await original()) < 3);
    // The one that was exported is as it was.
    const chat = new Chat(await workbench().openPanel());
    await until('the chat that was exported', async () => ((await chat.messages.count()) === 2 ? true : undefined));
  });

  const row = (title: string): Locator =>
    workbench().panel().getByRole('list', { name: 'Chats' }).getByRole('listitem').filter({ hasText: title });

  async function openList(): Promise<void> {
    await workbench().runCommand('Iris: Search Chats');
    await workbench().panel().getByRole('searchbox', { name: 'Search chats' }).waitFor();
  }
});
