import { sendJson } from '../../servers/replies';
import { becomes } from '../support/becomes';
import { type Chat, startNewChat } from '../support/chat';
import { decode } from '../support/pixels';
import { useServerAndWorkbench } from '../support/use-server';

describe('A chat with more pictures than its model reads', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  before('list a model that reads two of the pictures at once', () => {
    // Each is 1,105 tokens by the rule for unknown models, and a quarter is left for the answer.
    server().routes.set('/v1/models', sendJson({ data: [{ id: 'test-vision', max_model_len: 4_500 }] }));
  });

  it('goes on with the oldest as a small picture, says so, and sends it whole again when that is wanted', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.expand('pictures');
    for (const [index, name] of ['chart.png', 'error.png', 'mock-up.png'].entries()) {
      await workbench().explorer.choose([name], 'Iris: Ask About This Image');
      await chat.waitForAttachments(1);
      await ask(chat, `Question ${index + 1}?`);
    }
    await becomes(() => sidesOf(2), [256, 1_440, 1_280]);

    await chat.lastMessage.getByText('1 earlier attachment was sent smaller to fit').click();
    await chat.lastMessage.getByText('chart.png as a small picture').waitFor();
    await chat.button('Send whole again: chart.png').click();
    await chat.lastMessage.getByText('Whole from your next question on.').waitFor();
    await ask(chat, 'Which of them is a chart?');
    await becomes(() => sidesOf(3), [1_280, 256, 1_280]);
    await chat.lastMessage.getByText('1 earlier attachment was sent smaller to fit').waitFor();
  });

  async function ask(chat: Chat, text: string): Promise<void> {
    const asked = server().questions.length;
    await chat.ask(text);
    await chat.waitForText('All is well.');
    await chat.button('Copy answer').nth(asked).waitFor();
  }

  /** Of the pictures that the server received with its nth question, in order. */
  async function sidesOf(question: number): Promise<readonly number[]> {
    const images = server().questions[question]?.images ?? [];
    return await Promise.all(
      images.map(async ({ bytes }) => {
        const { width, height } = await decode(bytes);
        return Math.max(width, height);
      }),
    );
  }
});
