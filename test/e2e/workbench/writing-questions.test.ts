import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chunk } from '../../servers/chunks';
import { answerText, HeldReply } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { Chat, startNewChat, startNewChatInEditor } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

describe('Writing a question in VS Code', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  it('finds a file of the workspace by a part of its name, names it and sends what is in it', async () => {
    const chat = new Chat(await workbench().openPanel());
    await chat.composer.pressSequentially('Where is the bug in @CART');
    const found = workbench().panel().getByRole('option', { name: 'cart.js' }).first();
    await found.and(workbench().panel().locator('[aria-selected="true"]')).waitFor();
    await chat.composer.press('Enter');
    await becomes(() => chat.composer.inputValue(), 'Where is the bug in `shop/cart.js` ');
    await chat.waitForAttachments(1);
    await chat.composer.press('Enter');
    await chat.waitForText('All is well.');
    const source = await readFile(path.join(workbench().folder, 'shop', 'cart.js'), 'utf8');
    const text = server().questions.at(-1)?.text ?? '';
    assert.ok(text.includes('`shop/cart.js`'));
    assert.ok(text.includes(JSON.stringify(source.trimEnd()).slice(1, -1)));
  });

  it('leaves a draft with its attachments in its chat', async () => {
    const first = new Chat(await workbench().openPanel());
    await first.type('');
    await first.composer.pressSequentially('And @cart');
    await workbench().panel().getByRole('option', { name: 'cart.js' }).first().waitFor();
    await first.composer.press('Enter');
    await first.waitForAttachments(1);
    const second = await startNewChat(workbench());
    await second.tray.first().waitFor({ state: 'detached' });
    await becomes(() => second.composer.inputValue(), '');
    await second.button('Chats').click();
    await workbench()
      .panel()
      .getByRole('listitem')
      .filter({ hasText: 'Where is the bug' })
      .getByRole('button')
      .first()
      .click();
    await second.waitForAttachments(1);
    await becomes(() => second.composer.inputValue(), 'And `shop/cart.js` ');
    await second.button(/^Remove /).click();
    await second.type('');
  });

  it('keeps what was not sent in a tab that is closed, with its chat', async () => {
    const held = new HeldReply([chunk({ content: 'Once upon a time' })], ['[DONE]']);
    server().reply(held.reply);
    const tab = await startNewChatInEditor(workbench());
    await tab.ask('A story in a tab, please.');
    await tab.waitForText('Once upon a time');
    await tab.ask('And what is the moral?');
    await workbench().panel('editor').getByRole('group', { name: 'Waiting question' }).waitFor();
    await tab.type('And who told it?');
    await becomes(() => tab.composer.inputValue(), 'And who told it?');
    await workbench().runCommand('View: Close Editor');
    held.release();
    const chat = new Chat(await workbench().openPanel());
    await chat.button('Chats').click();
    await workbench()
      .panel()
      .getByRole('listitem')
      .filter({ hasText: 'A story in a tab' })
      .getByRole('button')
      .first()
      .click();
    await becomes(() => chat.composer.inputValue(), 'And what is the moral?\nAnd who told it?');
    await chat.type('');
  });

  it('takes back the name of what is not there to be attached, and says why beside the question', async () => {
    const chat = await startNewChat(workbench());
    await chat.composer.pressSequentially('Explain #prob');
    await workbench().panel().getByRole('option', { name: 'Problems' }).waitFor();
    await chat.composer.press('Enter');
    await workbench().panel().getByRole('status').filter({ hasText: 'The Problems view lists nothing.' }).waitFor();
    await becomes(() => chat.composer.inputValue(), 'Explain ');
    await chat.type('');
  });

  it('puts a recipe into the question, and says what it still needs', async () => {
    const chat = await startNewChat(workbench());
    await chat.composer.pressSequentially('/alt');
    await workbench().panel().getByRole('option', { name: '/alt-text' }).waitFor();
    await chat.composer.press('Tab');
    await becomes(() => chat.composer.inputValue(), /^Write alternative text for each picture/);
    await workbench().panel().getByText('This recipe needs a picture.').first().waitFor();
    await chat.type('');
  });

  it('sends a question that was asked while an answer was coming when that has ended', async () => {
    const held = new HeldReply([chunk({ content: 'Once upon a time' })], [chunk({ content: ' it ended.' }), '[DONE]']);
    server().reply(held.reply, answerText(['The moral.']));
    const chat = await startNewChat(workbench());
    await chat.ask('A story, please.');
    await chat.waitForText('Once upon a time');
    await chat.ask('And what is the moral?');
    const waiting = workbench().panel().getByRole('group', { name: 'Waiting question' });
    await waiting.getByText('And what is the moral?').waitFor();
    await becomes(() => chat.composer.inputValue(), '');
    held.release();
    await chat.waitForText('The moral.');
    await becomes(() => waiting.count(), 0);
    await becomes(() => chat.messages.nth(1).innerText(), /Once upon a time it ended\./);
  });

  it('attaches the file at a pasted path once the person wants it', async () => {
    const chat = new Chat(await workbench().openPanel());
    await chat.composer.evaluate(
      (box, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      path.join(workbench().folder, 'pictures', 'chart.png'),
    );
    const offer = workbench().panel().getByRole('group', { name: 'Attach what was pasted' });
    await offer.getByText('Attach chart.png from the pasted path?').waitFor();
    await becomes(() => chat.tray.count(), 0);
    await offer.getByRole('button', { name: 'Attach', exact: true }).click();
    await chat.waitForAttachments(1);
  });
});
