import assert from 'node:assert/strict';
import { Chat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

const files = { '.iris/instructions.md': 'Answer like a pirate.\n' };

describe('The instructions of a workspace', function () {
  this.timeout(120_000);

  describe('that is trusted', () => {
    const { server, workbench } = useServerAndWorkbench({ files });

    it('go before every question', async () => {
      const chat = new Chat(workbench().panel());
      await workbench().runCommand('Iris: New Chat');
      await chat.ask('Hello?');
      await chat.waitForText('All is well.');
      const [first, second] = server().questions.at(-1)?.question.messages ?? [];
      assert.deepEqual(first, { role: 'system', content: 'Answer like a pirate.' });
      assert.equal(second?.role, 'user');
    });
  });

  describe('that is not trusted', () => {
    const { server, workbench } = useServerAndWorkbench({ files, askForTrust: true });

    it('are not sent', async () => {
      const chat = new Chat(workbench().panel());
      await workbench().runCommand('Iris: New Chat');
      await chat.ask('Hello?');
      await chat.waitForText('All is well.');
      assert.deepEqual(
        server()
          .questions.at(-1)
          ?.question.messages.map(({ role }) => role),
        ['user'],
      );
    });
  });
});
