import assert from 'node:assert/strict';
import { textOf } from '../../servers/received-request';
import { answerText } from '../../servers/replies';
import { firstWords, SlowAnswer, wordsIn } from '../../servers/slow-answer';
import { becomes } from '../support/becomes';
import { Chat, startNewChat, startNewChatInEditor } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

describe('Reloading the window', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  it('keeps what had come of an answer and lets the model go on from there', async () => {
    const answer = new SlowAnswer(1_000, 25);
    server().reply(answer.reply, answerText(['and here it ends.']));
    const before = await startNewChat(workbench());
    await before.ask('A long story, please.');
    await answer.reached(60);
    await before.waitForText('w20');
    await before.ask('And the moral?');
    await before.button('Edit waiting question').waitFor();
    await workbench().reload();

    const chat = new Chat(await workbench().openPanel());
    await chat.button('Continue').waitFor();
    await becomes(() => chat.composer.inputValue(), 'And the moral?');
    await chat.type('');
    await chat.button('Retry').waitFor();
    const words = wordsIn(await chat.lastMessage.innerText());
    assert.deepEqual(words, firstWords(words.length));
    assert.ok(words.length >= 20, `only ${words.length} words are left`);
    await becomes(() => chat.messages.count(), 2);

    await chat.button('Continue').click();
    await chat.waitForText('and here it ends.');
    const [question, begun] = server().questions.at(-1)?.question.messages ?? [];
    assert.equal(textOf(question), 'A long story, please.');
    assert.deepEqual(wordsIn(textOf(begun)), words);
  });

  it('keeps what is typed and attached', async () => {
    const before = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    await before.waitForAttachments(1);
    await before.type('What does the');
    await workbench().reload();

    const chat = new Chat(await workbench().openPanel());
    await chat.waitForAttachments(1);
    await becomes(() => chat.tray.innerText(), /error\.png/);
    await until('the typed text', async () =>
      (await chat.composer.inputValue()) === 'What does the' ? true : undefined,
    );
    await chat.ask('What does the error say?');
    await chat.waitForText('All is well.');
    assert.equal(server().questions.at(-1)?.images.length, 1);
  });

  it('brings a chat in an editor tab back in its tab', async () => {
    const before = await startNewChatInEditor(workbench());
    server().reply(answerText(['In a tab.']));
    await before.ask('Where are you?');
    await before.waitForText('In a tab.');
    await before.type('And what');
    await workbench().reload();

    const chat = new Chat(workbench().panel('editor'));
    await chat.waitForText('In a tab.');
    await becomes(async () => (await chat.messages.allTextContents()).join('\n'), /Where are you\?/);
    await becomes(
      () =>
        workbench()
          .editor.tab(/Where are you/)
          .count(),
      1,
    );
    await until('the typed text', async () => ((await chat.composer.inputValue()) === 'And what' ? true : undefined));
    await chat.ask('And what was my question?');
    await chat.waitForText('All is well.');
    assert.equal(textOf(server().questions.at(-1)?.question.messages[0]), 'Where are you?');
  });
});
