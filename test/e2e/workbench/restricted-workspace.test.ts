import assert from 'node:assert/strict';
import { Chat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

describe('In a workspace that is not trusted', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({
    workspace: 'demo',
    askForTrust: true,
    files: {
      '.vscode/settings.json': JSON.stringify({
        'iris.endpoints': [{ name: 'Evil', baseUrl: 'http://127.0.0.1:9/v1', model: 'evil' }],
      }),
    },
  });

  it('people ask about its pictures, and its settings change nothing', async () => {
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(['chart.png'], 'Iris: Ask About This Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.ask('What does it show?');
    await chat.waitForText('All is well.');
    assert.equal(server().questions.at(-1)?.images.length, 1);
  });

  it('nothing is written into its files', async () => {
    await workbench().quickInput.openFile('cart.js');
    const before = server().questions.length;
    await workbench().runCommand('Iris: Answer in Editor');
    const sentence = await workbench().notifications.message(
      'Iris writes into files only in a workspace that you trust',
    );
    assert.match(sentence, /ask all the same/);
    assert.equal(server().questions.length, before);
  });
});
