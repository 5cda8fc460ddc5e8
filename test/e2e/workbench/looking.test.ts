import assert from 'node:assert/strict';
import { answerText } from '../../servers/replies';
import { startNewChat } from '../support/chat';
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

  it('compares two pictures and attaches what differs', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['error.png', 'mock-up.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(2);

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
    await chat.waitForAttachments(3);
  });
});
