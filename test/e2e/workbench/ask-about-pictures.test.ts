import assert from 'node:assert/strict';
import path from 'node:path';
import { answerText } from '../../servers/replies';
import type { ReceivedImage } from '../../servers/received-request';
import { becomes } from '../support/becomes';
import { Chat, startNewChat, startNewChatInEditor } from '../support/chat';
import { decode, difference } from '../support/pixels';
import { useServerAndWorkbench } from '../support/use-server';

describe('Asking about pictures of the workspace', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  it('streams the answer to a question about a picture chosen in the explorer', async () => {
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    server().reply(answerText(['The cart holds ', 'a product ', 'that is **gone**.'], { delay: 50 }));
    await chat.ask('What is wrong here?');
    await chat.waitForText('The cart holds a product that is gone.');

    const request = server().questions.at(-1);
    assert.ok(request);
    assert.deepEqual(
      request.question.messages.map(({ role, content }) => [
        role,
        typeof content === 'string' ? content : content[0]?.text,
      ]),
      [['user', 'What is wrong here?']],
    );
    await assertShows(request.images, ['error.png']);
    await becomes(() => chat.tray.count(), 0);
    await becomes(() => chat.composer.inputValue(), '');
  });

  it('sends three selected pictures in one question, in their order', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['chart.png', 'harbor.jpg', 'mock-up.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(3);
    await chat.tray.locator('img').nth(2).waitFor();
    await chat.ask('Compare them.');
    await chat.waitForText('All is well.');
    const request = server().questions.at(-1);
    assert.ok(request);
    await assertShows(request.images, ['chart.png', 'harbor.jpg', 'mock-up.png']);
  });

  it('attaches a picture that is dragged from the explorer onto the panel', async () => {
    const tab = await startNewChatInEditor(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().dragOntoPanel(['chart.png'], 'editor');
    await tab.waitForAttachments(1);
    await tab.ask('What happened in July?');
    await tab.waitForText('All is well.');
    const request = server().questions.at(-1);
    assert.ok(request);
    await assertShows(request.images, ['chart.png']);
  });

  async function assertShows(images: readonly ReceivedImage[], names: readonly string[]): Promise<void> {
    assert.equal(images.length, names.length);
    for (const [index, name] of names.entries()) {
      const sent = images[index];
      assert.ok(sent);
      const [received, source] = await Promise.all([
        decode(sent.bytes),
        decode(path.join(workbench().folder, 'pictures', name)),
      ]);
      // A palette or a JPEG of good quality is allowed; another picture, size or rotation is not.
      assert.ok(difference(received, source) < 3, `${name} arrived as another picture`);
    }
  }
});
