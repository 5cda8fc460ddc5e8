import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { answerText, sendJson } from '../../servers/replies';
import { textOf } from '../../servers/received-request';
import { becomes } from '../support/becomes';
import { type Chat, startNewChat } from '../support/chat';
import { decode, difference } from '../support/pixels';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

describe('Attachments that need a word of the person', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });
  const file = (name: string): string => path.join(workbench().folder, 'pictures', name);

  before('tell what the models take', () => {
    const takes = (...input_modalities: string[]) => ({
      architecture: { input_modalities, output_modalities: ['text'] },
    });
    const data = [
      { id: 'test-vision', ...takes('text', 'image') },
      { id: 'test-text', ...takes('text') },
    ];
    server().routes.set('/v1/models', sendJson({ object: 'list', data }));
  });

  async function choose(model: string): Promise<void> {
    await workbench().runCommand('Iris: Select Model');
    await workbench().quickInput.waitUntilOpen('Iris: Select Model');
    await workbench().quickInput.pick(model);
    await workbench().quickInput.waitUntilClosed();
  }

  async function attach(name: string): Promise<Chat> {
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose([name], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    return chat;
  }

  const lastQuestion = () => {
    const request = server().questions.at(-1);
    assert.ok(request);
    return { request, text: request.question.messages.map(textOf).join('\n') };
  };

  it('are not sent to a model that takes no pictures, but as their text where that is chosen', async () => {
    await choose('test-text');
    const chat = await attach('error.png');
    await chat.tray.getByText('test-text takes no pictures.').waitFor();
    const before = server().questions.length;
    await chat.ask('What is wrong?');
    await becomes(() => chat.composer.inputValue(), 'What is wrong?');
    await chat.button('Send its text').click();
    await chat.tray.getByText(/^text · /).waitFor({ timeout: 60_000 });
    await chat.composer.press('Enter');
    await chat.waitForText('All is well.');
    assert.equal(server().questions.length, before + 1);
    const { request, text } = lastQuestion();
    assert.equal(request.question.model, 'test-text');
    assert.deepEqual(request.images, []);
    assert.match(text, /Text in the picture error\.png[^]*TypeError/);
  });

  it('are described by a second model of the same person, once', async () => {
    const chat = await attach('chart.png');
    const before = server().questions.length;
    server().reply(answerText(['A bar chart: ', 'July is the highest.']));
    await chat.button('Describe it…').click();
    await workbench().quickInput.waitUntilOpen('Iris: Select Description Model');
    await becomes(
      async () => (await workbench().quickInput.labels()).some((label) => label.includes('test-text')),
      false,
    );
    await workbench().quickInput.pick('test-vision');
    await chat.tray.getByText(/^description · /).waitFor({ timeout: 60_000 });
    const { request: describing } = lastQuestion();
    assert.equal(describing.question.model, 'test-vision');
    const [shown] = describing.images;
    assert.ok(shown);
    const [received, source] = await Promise.all([decode(shown.bytes), decode(file('chart.png'))]);
    assert.ok(difference(received, source) < 3);

    await chat.ask('Which month?');
    await chat.waitForText('All is well.');
    const { request, text } = lastQuestion();
    assert.equal(request.question.model, 'test-text');
    assert.deepEqual(request.images, []);
    assert.match(text, /Description of the picture chart\.png[^]*A bar chart: July is the highest\./);

    const again = await attach('chart.png');
    await again.button('Describe it…').click();
    await again.tray.getByText(/^description · /).waitFor({ timeout: 60_000 });
    await again.ask('And now?');
    await again.waitForText('All is well.');
    assert.match(lastQuestion().text, /July is the highest\./);
    assert.equal(server().questions.length, before + 3);
  });

  it('are exactly what their details show', async () => {
    await choose('test-vision');
    const chat = await attach('mock-up.png');
    await chat.tray.getByRole('button', { name: /^mock-up\.png/ }).click();
    const parts = workbench().panel().getByRole('list', { name: 'What is sent' }).getByRole('button');
    const title = (await parts.first().getAttribute('title')) ?? '';
    await chat.ask('What is this?');
    await chat.waitForText('All is well.');
    const [sent] = lastQuestion().request.images;
    assert.ok(sent);
    assert.ok(title.includes(createHash('sha256').update(sent.bytes).digest('hex')));
  });

  it('open in VS Code under their own name, and are not offered as another file', async () => {
    const chat = await attach('mock-up.png');
    await chat.tray.getByRole('button', { name: /^mock-up\.png/ }).click();
    await workbench().panel().getByRole('list', { name: 'What is sent' }).getByRole('button').first().click();
    const { page } = workbench();
    // VS Code tells the size once its viewer has the pixels.
    await page
      .locator('.statusbar-item')
      .getByText(/^\d+x\d+$/)
      .waitFor();
    await page.locator('.breadcrumbs-control').getByText('mock-up.png').waitFor();
    assert.doesNotMatch(await page.locator('.breadcrumbs-control').innerText(), /[0-9a-f]{20}/);
    await workbench().panel().getByRole('button', { name: 'Close details' }).click();
    await chat.composer.pressSequentially('@mock');
    const options = workbench().panel().getByRole('option', { name: 'mock-up.png' });
    await options.filter({ hasText: 'pictures' }).waitFor();
    await becomes(() => options.count(), 1);
    // What is not sent would wait in the next new chat.
    await chat.type('');
    await chat.button('Remove mock-up.png').click();
  });

  it('are asked about when their file is changed before they are sent', async () => {
    const chat = await attach('chart.png');
    copyFileSync(file('error.png'), file('chart.png'));
    const before = server().questions.length;
    await chat.ask('What is this?');
    await chat.tray.getByText('The file was changed.').waitFor();
    assert.equal(server().questions.length, before);
    await chat.button('Use the new version').click();
    await until(
      'the new version is there',
      async () => (await chat.button('Use the new version').count()) === 0 || undefined,
    );
    await chat.waitForAttachments(1);
    await chat.composer.press('Enter');
    await chat.waitForText('All is well.');
    const [sent] = lastQuestion().request.images;
    assert.ok(sent);
    const [received, source] = await Promise.all([decode(sent.bytes), decode(file('error.png'))]);
    assert.ok(difference(received, source) < 3);
  });

  it('are sent as they were attached when their file is gone', async () => {
    const chat = await attach('mock-up.png');
    const source = await decode(file('mock-up.png'));
    rmSync(file('mock-up.png'));
    await chat.ask('Do you still see it?');
    await chat.waitForText('All is well.');
    const [sent] = lastQuestion().request.images;
    assert.ok(sent);
    assert.ok(difference(await decode(sent.bytes), source) < 3);
  });
});
