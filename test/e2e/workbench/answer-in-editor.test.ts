import assert from 'node:assert/strict';
import { answerText } from '../../servers/replies';
import { textOf } from '../../servers/received-request';
import { SlowAnswer, wordsIn } from '../../servers/slow-answer';
import { Chat, startNewChat } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

const page = '<body>\n  \n</body>\n';

describe('Answers in the editor', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({
    workspace: 'demo',
    files: { 'page.html': page },
    settings: { 'editor.autoIndent': 'none', 'files.autoSave': 'off' },
  });

  /** Opens page.html as it is on disk, with the cursor at the end of a line. */
  async function openPage(line: number): Promise<void> {
    await workbench().quickInput.openFile('page.html');
    await workbench().runCommand('File: Revert File');
    await workbench().page.keyboard.press('Control+G');
    await workbench().quickInput.enter(`:${line}`);
    // Until then the key would be that of the box.
    await workbench().quickInput.waitUntilClosed();
    await workbench().page.keyboard.press('End');
  }

  async function instruct(command: string, instruction: string): Promise<void> {
    await workbench().runCommand(command);
    await workbench().quickInput.waitUntilOpen('Iris: Answer in');
    await workbench().quickInput.enter(instruction);
  }

  const whenDone = () => workbench().notifications.toast('Iris: answering in').waitFor({ state: 'hidden' });

  it('stream to the cursor without their code fence, and one undo takes them back', async () => {
    await openPage(2);
    server().reply(
      answerText(['```ht', 'ml\n<ul>\n', '  <li>One</li>\n', '  <li>Two</li>\n', '</ul>\n``', '`\n'], { delay: 100 }),
    );
    await instruct('Iris: Answer in Editor', 'A list of two');
    const written = await workbench().editor.waitForText(/<\/ul>/);
    await whenDone();
    assert.match(written, /<body>\n {2}<ul>\n {4}<li>One<\/li>\n {4}<li>Two<\/li>\n {2}<\/ul>\n<\/body>/);
    assert.match(textOf(server().questions.at(-1)?.question.messages.at(-1)), /^A list of two\n/);

    await workbench().editor.undo();
    await until('the page as it was', async () =>
      (await workbench().editor.visibleText()).trimEnd() === page.trimEnd() ? true : undefined,
    );
  });

  it('replace the selection, which goes along with the question', async () => {
    await openPage(1);
    await workbench().page.keyboard.press('Shift+Home');
    server().reply(answerText(['<main>']));
    await instruct('Iris: Answer in Editor', 'Another element');
    await workbench().editor.waitForText(/^<main>\n/);
    await whenDone();
    assert.match(server().questions.at(-1)?.text ?? '', /<body>/);

    await workbench().editor.undo();
    await workbench().editor.waitForText(/^<body>\n/);
  });

  it('stop at the button in the status bar, and what was written stays', async () => {
    await openPage(2);
    const answer = new SlowAnswer(1_000, 50);
    server().reply(answer.reply);
    await instruct('Iris: Answer in Editor', 'Something long');
    await workbench().editor.waitForText(/w5\b/);
    await workbench().page.locator('.statusbar').getByRole('button', { name: 'Iris is answering. Stop' }).click();
    assert.equal(await server().questions.at(-1)?.ended, 'abandoned');
    await whenDone();
    const words = wordsIn(await workbench().editor.visibleText());
    assert.ok(words.length >= 5 && words.length <= answer.count);

    await workbench().editor.undo();
    await until('the page as it was', async () =>
      wordsIn(await workbench().editor.visibleText()).length === 0 ? true : undefined,
    );
  });

  it('take the picture in the tray along', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['mock-up.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await openPage(2);
    server().reply(answerText(['<form></form>']));
    await instruct('Iris: Answer in Editor', 'The HTML for this mock-up');
    await workbench().editor.waitForText(/<form><\/form>/);
    await whenDone();
    assert.equal(server().questions.at(-1)?.images.length, 1);
    await until('an empty tray', async () => ((await chat.tray.count()) === 0 ? true : undefined));
    await workbench().editor.undo();
  });

  it('open a new document in the language of their code', async () => {
    server().reply(answerText(['```python\n', 'print("hello")\n', '```']));
    await instruct('Iris: Answer in New Document', 'A greeting');
    const text = await workbench().editor.waitForText(/hello/);
    await whenDone();
    assert.equal(text.trim(), 'print("hello")');
    await workbench()
      .page.locator('.statusbar')
      .getByRole('button', { name: /^Python/ })
      .waitFor();
  });

  it('are turns of a chat that can be read in the panel', async () => {
    const chat = new Chat(await workbench().openPanel());
    await chat.button('Chats').click();
    const chats = workbench().panel().getByRole('list', { name: 'Chats' });
    await chats
      .getByRole('button', { name: /^A greeting/ })
      .first()
      .click();
    await chat.waitForText('print("hello")');
  });
});
