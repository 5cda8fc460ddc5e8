import assert from 'node:assert/strict';
import { refuse, answerText, answerThenReset } from '../../servers/replies';
import { chunk } from '../../servers/chunks';
import { becomes } from '../support/becomes';
import { startNewChat, type Chat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

describe('What people meet when a request fails', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  afterEach(() => {
    server().key = undefined;
  });

  const newChat = (): Promise<Chat> => startNewChat(workbench());

  it('asks again by itself after a 500 and says so meanwhile', async () => {
    const chat = await newChat();
    server().reply(refuse(500), answerText(['Back again.']));
    const before = server().questions.length;
    await chat.ask('Are you there?');
    await chat.waitForText('Back again.');
    assert.equal(server().questions.length, before + 2);
  });

  it('offers Retry after a server keeps failing, with the question kept', async () => {
    const chat = await newChat();
    server().reply(refuse(500), refuse(500), refuse(500));
    await chat.ask('Is it broken?');
    await chat.button('Retry').first().waitFor();
    await becomes(() => chat.messages.first().innerText(), /Is it broken\?/);
    server().reply(answerText(['Now it works.']));
    await chat.button('Retry').first().click();
    await chat.waitForText('Now it works.');
  });

  it('asks for a key after a 401, and asks the question again with it', async () => {
    const chat = await newChat();
    server().key = 'sk-right-key-0123456789';
    await chat.ask('May I?');
    await chat.button('Set API Key').click();
    await workbench().quickInput.enter('sk-right-key-0123456789');
    await chat.waitForText('All is well.');
    assert.equal(server().questions.at(-1)?.headers.authorization, 'Bearer sk-right-key-0123456789');
  });

  it('shows the wait of a 429 as a countdown', async () => {
    const chat = await newChat();
    server().reply(refuse(429, { error: { message: 'Slow down.' } }, { 'retry-after': '10' }), answerText(['Calm.']));
    await chat.ask('Quickly!');
    await chat.lastMessage.filter({ hasText: /in \d+\ss/ }).waitFor();
    await chat.waitForText('Calm.');
  });

  it('keeps what came before the connection broke and goes on from there', async () => {
    const chat = await newChat();
    server().reply(answerThenReset([chunk({ content: 'Half of it' })]), answerText([' and the other half.']));
    await chat.ask('All of it?');
    await chat.button('Continue').first().click();
    await chat.waitForText('Half of it and the other half.');
    const messages = server().questions.at(-1)?.question.messages ?? [];
    assert.deepEqual(
      messages.slice(0, 2).map(({ content }) => content),
      ['All of it?', 'Half of it'],
    );
  });

  it('names the model after a 404 and offers to choose another', async () => {
    const chat = await newChat();
    server().reply(
      refuse(404, { error: { message: 'The model `test-vision` does not exist', code: 'model_not_found' } }),
    );
    await chat.ask('Who are you?');
    await chat.button('Choose Model').waitFor();
    await chat.waitForText('test-vision');
  });

  it('offers to leave pictures out for a model that takes none', async () => {
    const chat = await newChat();
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['chart.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    server().reply(
      refuse(400, { error: { message: 'At most 0 image(s) may be provided in one prompt.', type: 'BadRequestError' } }),
      answerText(['Without the picture.']),
    );
    await chat.ask('What is it?');
    await chat.button('Remove Images').click();
    await chat.waitForText('Without the picture.');
    assert.equal(server().questions.at(-1)?.images.length, 0);
  });
});
