import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Chat, startNewChat } from '../support/chat';
import { useWorkbench } from '../support/use-workbench';

/** Nothing is set up but an extension that provides language models to VS Code. */
describe('Language models of VS Code in the panel', function () {
  this.timeout(120_000);
  const workbench = useWorkbench({ workspace: 'demo', companions: ['test/fixtures/language-models'] });

  it('are chosen in the picker and get the exact bytes of a picture', async () => {
    await startNewChat(workbench());
    const { quickInput } = workbench();
    await workbench().runCommand('Iris: Select Model');
    await quickInput.waitUntilOpen('Iris: Select Model');
    await quickInput.type('echo');
    await quickInput.rows.filter({ hasText: 'Test echo' }).first().waitFor();
    await quickInput.rows.filter({ hasText: 'VS Code (iris-test)' }).first().waitFor();
    await quickInput.pick('Test echo');

    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['error.png'], 'Iris: Ask About This Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.ask('receipt: please');
    await chat.waitForText('"mimeType":"image/');
    const sha256 = /"sha256":"([0-9a-f]{64})"/.exec(await chat.lastMessage.innerText())?.[1];
    assert(sha256);
    // What Iris prepared, and lets people inspect, is kept under its hash. VS Code makes large pictures smaller and
    // encodes them anew: had it done so with this one, there would be no such file.
    const names = await readdir(path.join(workbench().dataFolder, 'data'), { recursive: true });
    assert(
      names.some((name) => path.basename(name) === sha256),
      sha256,
    );
  });

  it('are stopped by the button', async () => {
    const chat = await startNewChat(workbench());
    await chat.ask('forever:');
    await chat.waitForText(/\b3 4 5\b/);
    await chat.button(/^Stop/).click();
    await chat.button(/^Stop/).waitFor({ state: 'detached' });
  });

  it('tell in the panel that they may not be used, and lead to another model', async () => {
    const chat = await startNewChat(workbench());
    await chat.ask('forbidden: not today');
    await chat.waitForText('VS Code (iris-test) does not let Iris use echo.');
    await chat.waitForText('not today');
    await chat.button('Choose Model').click();
    await workbench().quickInput.waitUntilOpen('Iris: Select Model');
    await workbench().quickInput.cancel();
  });
});
