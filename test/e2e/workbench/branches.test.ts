import assert from 'node:assert/strict';
import { textOf } from '../../servers/received-request';
import { answerText } from '../../servers/replies';
import { Chat, startNewChat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

describe('Versions of a chat', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench();

  it('are kept when a question is asked again and in other words, and when the window is reloaded', async () => {
    server().reply(answerText(['The first.']), answerText(['The second.']), answerText(['In other words.']));
    const chat = await startNewChat(workbench());
    await chat.ask('Why?');
    await chat.waitForText('The first.');
    await chat.button('Retry').click();
    await chat.waitForText('The second.');
    await chat.button('Previous answer').click();
    await chat.waitForText('The first.');

    await chat.button('Edit and resend').click();
    await workbench().panel().getByRole('textbox', { name: 'Edit question' }).fill('How come?');
    await workbench().panel().getByRole('textbox', { name: 'Edit question' }).press('Enter');
    await chat.waitForText('In other words.');
    await workbench().reload();

    const after = new Chat(await workbench().openPanel());
    await after.waitForText('In other words.');
    await after.button('Previous version').click();
    await after.waitForText('The first.');
    await after.button('Next answer').click();
    await after.waitForText('The second.');
    await after.ask('And then?');
    await after.waitForText('All is well.');
    const asked = server().questions.at(-1)?.question.messages.map(textOf);
    assert.deepEqual(asked, ['Why?', 'The second.', 'And then?']);
  });

  it('are asked for of another model without choosing it for what comes next', async () => {
    server().reply(answerText(['By the chosen one.']), answerText(['By another one.']));
    const chat = await startNewChat(workbench());
    await chat.ask('Who are you?');
    await chat.waitForText('By the chosen one.');
    await chat.button('Ask another model').click();
    const { quickInput } = workbench();
    await quickInput.waitUntilOpen('Iris: Ask Another Model');
    await quickInput.type('test-hearing');
    await quickInput.activeRow.filter({ hasText: 'Use the name typed above' }).waitFor();
    await quickInput.accept();
    await workbench()
      .panel()
      .getByRole('group', { name: '2 answers to choose from' })
      .getByText('By another one.')
      .waitFor();
    assert.deepEqual(
      server()
        .questions.slice(-2)
        .map(({ question }) => question.model),
      ['test-vision', 'test-hearing'],
    );
    await chat.ask('Go on.');
    await chat.waitForText('All is well.');
    assert.equal(server().questions.at(-1)?.question.model, 'test-vision');
  });
});
