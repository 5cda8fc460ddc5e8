import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HeldReply, answerText } from '../../servers/replies';
import { chunk } from '../../servers/chunks';
import { becomes } from '../support/becomes';
import { Chat, startNewChat } from '../support/chat';
import { copyImage } from '../support/clipboard';
import { decode, difference } from '../support/pixels';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

describe('The composer in VS Code', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  it('attaches a pasted picture and sends its pixels', async () => {
    const chat = new Chat(await workbench().openPanel());
    const picture = await readFile(path.join(workbench().folder, 'pictures', 'mock-up.png'));
    await copyImage(workbench().page, picture);
    await chat.composer.click();
    await workbench().page.keyboard.press('ControlOrMeta+V');
    await chat.waitForAttachments(1);
    await chat.ask('Describe it.');
    await chat.waitForText('All is well.');
    const [image] = server().questions.at(-1)?.images ?? [];
    assert.ok(image);
    assert.ok(difference(await decode(image.bytes), await decode(picture)) < 3);
  });

  it('takes the picture on the clipboard with a command', async () => {
    const picture = await readFile(path.join(workbench().folder, 'pictures', 'chart.png'));
    await copyImage(workbench().page, picture);
    await workbench().runCommand('Iris: Ask About Clipboard Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.button(/^Remove /).click();
    await chat.tray.first().waitFor({ state: 'detached' });
  });

  it('stops the answer with Escape, keeps what came and closes the connection', async () => {
    const chat = new Chat(await workbench().openPanel());
    const held = new HeldReply([chunk({ content: 'The first half' })], [chunk({ content: ' and the rest' }), '[DONE]']);
    server().reply(held.reply);
    await chat.ask('Tell me a long story.');
    await chat.waitForText('The first half');
    await chat.composer.press('Escape');
    await chat.button('Send').waitFor();
    await chat.waitForText('Stopped');
    assert.equal(await server().questions.at(-1)?.ended, 'abandoned');
    await becomes(() => chat.lastMessage.innerText(), /The first half/);
    held.release();
  });

  it('sends the text of a file with its name, and a selection with its lines', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('shop');
    await workbench().explorer.choose(['cart.js'], 'Iris: Ask About This File');
    await chat.waitForAttachments(1);
    await chat.ask('Where is the bug?');
    await chat.waitForText('All is well.');
    const source = await readFile(path.join(workbench().folder, 'shop', 'cart.js'), 'utf8');
    const text = server().questions.at(-1)?.text ?? '';
    assert.ok(text.includes('cart.js'));
    assert.ok(text.includes(JSON.stringify(source.trimEnd()).slice(1, -1)));
  });

  it('brings the last question back with Up and forgets nothing that is typed on the way', async () => {
    const chat = new Chat(await workbench().openPanel());
    server().reply(answerText(['One.']));
    await chat.ask('A question to recall');
    await chat.waitForText('One.');
    await chat.composer.press('ArrowUp');
    await becomes(() => chat.composer.inputValue(), 'A question to recall');
    await chat.type('');
  });

  it('finds words of the chat with Ctrl+F, and opens no find of VS Code', async () => {
    const chat = await startNewChat(workbench());
    server().reply(answerText(['The needle is in the haystack.']));
    await chat.ask('Where is the needle?');
    await chat.waitForText('haystack');
    await workbench().quickInput.openFile('README.md');
    await chat.composer.click();
    const { page } = workbench();
    await page.keyboard.press('ControlOrMeta+F');
    const panel = workbench().panel();
    await panel.locator('[aria-label="Find in chat"]:focus').waitFor();
    await page.keyboard.type('needle');
    await panel.getByText('1 of 2').first().waitFor();
    await becomes(() => page.locator('.find-widget.visible, .simple-find-part.visible').count(), 0);
    await page.keyboard.press('Escape');
    await panel.locator('[aria-label="Ask Iris"]:focus').waitFor();
  });

  it('reads an answer that is not streamed', async () => {
    const chat = new Chat(await workbench().openPanel());
    server().reply((response) => {
      const message = { role: 'assistant', content: 'All in one piece.' };
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          id: '1',
          object: 'chat.completion',
          choices: [{ index: 0, message, finish_reason: 'stop' }],
        }),
      );
    });
    await chat.ask('Whole, please.');
    await chat.waitForText('All in one piece.');
    await until('the end of the answer', async () => ((await chat.button('Send').count()) > 0 ? true : undefined));
  });
});
