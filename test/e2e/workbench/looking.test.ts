import assert from 'node:assert/strict';
import { answerText } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { startNewChat } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

describe('Looking at pictures and diagrams', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  it('draws a diagram of an answer, and shows it and what was attached large', async () => {
    server().reply(answerText(['```mermaid\ngraph TD\n  A[Start] --> B[End]\n```\n\nThat is all.']));
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await chat.ask('What happens here?');
    await chat.waitForText('That is all.');

    const panel = workbench().panel();
    await panel.getByRole('button', { name: 'Diagram. See it large' }).click();
    const diagram = panel.getByRole('application', { name: 'Diagram.svg' });
    await diagram.waitFor();
    const isDrawn = await diagram
      .locator('img')
      .evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 50));
    assert(isDrawn);
    await panel.getByRole('button', { name: 'Close picture' }).click();

    await panel.getByRole('list', { name: 'Sent with this question' }).getByRole('button').click();
    const picture = panel.getByRole('application', { name: 'error.png' });
    await picture.waitFor();
    // All of its pixels, and not those of the small picture.
    const width = await picture
      .locator('img')
      .evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
    assert(width > 400, `${width} pixels wide`);
  });

  it('takes back a mark in a picture and puts it there again, and leaves the question alone', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await chat.composer.pressSequentially('Why?');
    await chat.button('Edit error.png').click();
    const surface = workbench().panel().getByRole('application', { name: 'Picture error.png' });
    await chat.button('Redact').click();
    await surface.press('Enter');
    const marks = surface.locator('.mark-target');
    await marks.waitFor();
    for (const [key, count] of [
      ['Control+z', 0],
      ['Control+y', 1],
      ['Control+z', 0],
      ['Control+Shift+z', 1],
    ] as const) {
      await workbench().page.keyboard.press(key);
      await until(`${count} marks`, async () => ((await marks.count()) === count ? true : undefined));
    }
    // What VS Code does with a key comes later than what the page does.
    await workbench().runCommand('Iris: Focus Chat');
    await becomes(() => chat.composer.inputValue(), 'Why?');
  });

  it('compares two pictures and attaches what differs', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['error.png', 'mock-up.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(2);
    await chat.tray.filter({ hasText: 'mock-up.png' }).waitFor();
    const before = await chat.tray.count();

    const panel = workbench().panel();
    await panel.getByRole('button', { name: 'Compare pictures' }).click();
    const sheet = panel.getByRole('region', { name: 'Compare pictures' });
    await sheet.getByText(/^[\d,]+ of [\d,]+ pixels differ/).waitFor();
    await sheet.getByRole('radio', { name: 'Difference' }).check({ force: true });
    const isDrawn = await sheet
      .getByRole('button', { name: /^See the difference of/ })
      .locator('img')
      .evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 400));
    assert(isDrawn);
    await sheet.getByRole('button', { name: 'Attach difference' }).click();
    // Below the comparison the tray is one line here.
    await panel.getByRole('button', { name: /^\d+ attachments$/ }).click();
    await chat.waitForAttachments(before + 1);
  });
});
