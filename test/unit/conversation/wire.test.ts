import assert from 'node:assert/strict';
import { Conversation } from '../../../src/conversation/conversation';
import { openStores } from '../store/chat-files';
import { temporaryDirectory } from '../store/temporary-directory';
import { Setting } from '../model/openai/setting';

describe('a chat over the wire', () => {
  it('sends the instructions of workspace and chat first, in one message, and its parameters', async () => {
    await using setting = await Setting.create(() => ({ parameters: { endpoint: { temperature: 1, seed: 7 } } }));
    const { blobs, store } = openStores(await temporaryDirectory());
    const chat = new Conversation({
      blobs,
      journal: store.create(),
      instructions: () => Promise.resolve([{ origin: 'the workspace', text: 'Use tabs.' }]),
    });
    chat.setSystemPrompt('Be brief.');
    chat.setParameters({ temperature: 0.25, seed: null });
    await chat.send({ text: 'Hello?', attachments: [], model: setting.model });
    await chat.send({ text: 'Again?', attachments: [], model: setting.model });
    const bodies = setting.server.questions.map(({ question }) => question);
    assert.deepEqual(
      bodies.map(({ messages }) => messages.map(({ role }) => role)),
      [
        ['system', 'user'],
        ['system', 'user', 'assistant', 'user'],
      ],
    );
    for (const body of bodies) {
      assert.equal(
        body.messages[0]?.content,
        '# Instructions of the workspace\n\nUse tabs.\n\n# Instructions of this chat\n\nBe brief.',
      );
      assert.equal(Reflect.get(body, 'temperature'), 0.25);
      assert(!('seed' in body));
    }
    await chat.close();
  });
});
