import assert from 'node:assert/strict';
import { chunk, finishChunk, textChunk } from '../../servers/chunks';
import { answerEvents, answerText, refuse } from '../../servers/replies';
import { type Chat, startNewChat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

describe('The request settings in VS Code', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench();
  const sheet = () => workbench().panel().getByRole('region', { name: 'Request settings' });
  const openSettings = async (chat: Chat): Promise<void> => {
    await chat.button(/^Request settings/).click();
    await sheet().waitFor();
  };
  /** The body of the last question. */
  const body = () => server().questions.at(-1)?.question as unknown as Record<string, unknown>;

  it('send parameters and a system prompt of a chat, also before its first question', async () => {
    const chat = await startNewChat(workbench());
    await openSettings(chat);
    await sheet().getByLabel('temperature', { exact: true }).fill('0.3');
    await sheet().getByLabel('System prompt of this chat').fill('Answer in rhymes.');
    await sheet().getByRole('searchbox', { name: 'Search parameters' }).focus();
    await chat.ask('What rhymes?');
    await chat.waitForText('All is well.');
    assert.equal(body()['temperature'], 0.3);
    assert.deepEqual(server().questions.at(-1)?.question.messages[0], { role: 'system', content: 'Answer in rhymes.' });

    const fresh = await startNewChat(workbench());
    await fresh.ask('And here?');
    await fresh.waitForText('All is well.');
    assert.equal('temperature' in body(), false);
  });

  it('stay in sight of what the server refused, and forget it', async () => {
    const chat = await startNewChat(workbench());
    await openSettings(chat);
    await sheet().getByLabel('seed', { exact: true }).fill('7');
    await sheet().getByRole('searchbox', { name: 'Search parameters' }).focus();
    const error = {
      message: "Unsupported parameter: 'seed' is not supported with this model.",
      type: 'invalid_request_error',
      param: 'seed',
      code: 'unsupported_parameter',
    };
    server().reply(refuse(400, { error }), answerText(['Without it.']));
    await chat.ask('Roll the dice.');
    await chat.waitForText('Without it.');
    await chat.waitForText('Sent without seed: the server refused it.');
    assert.equal('seed' in body(), false);
    await chat.lastMessage.getByRole('button', { name: 'Request settings' }).click();
    const refused = sheet().getByRole('list', { name: 'What differs from what is set' });
    await refused.getByText('seed is not sent').waitFor();
    await sheet().getByRole('button', { name: 'Forget what was learned' }).click();
    await refused.waitFor({ state: 'detached' });
  });

  it('ask for several answers, and the conversation goes on with the chosen one', async () => {
    const chat = await startNewChat(workbench());
    await openSettings(chat);
    await sheet().getByLabel('n', { exact: true }).fill('2');
    await sheet().getByRole('searchbox', { name: 'Search parameters' }).focus();
    const second = (text: string): object => ({
      ...textChunk(text),
      choices: [{ index: 1, delta: { content: text }, finish_reason: null }],
    });
    server().reply(
      answerEvents([
        textChunk('Heads, '),
        second('Tails, '),
        textChunk('surely.'),
        second('of course.'),
        finishChunk(),
        '[DONE]',
      ]),
    );
    await chat.ask('Heads or tails?');
    const choices = workbench().panel().getByRole('group', { name: '2 answers to choose from' });
    await choices.getByText('Tails, of course.').waitFor();
    assert.equal(body()['n'], 2);
    await chat.button('Use this answer, Answer 2 of 2').click();
    await chat.button('1 other answer').waitFor();
    await chat.waitForText('Tails, of course.');
    await chat.ask('Sure?');
    await chat.waitForText('All is well.');
    const said = server()
      .questions.at(-1)
      ?.question.messages.find(({ role }) => role === 'assistant');
    assert.equal(said?.content, 'Tails, of course.');
  });

  it('get a spoken answer that plays', async () => {
    const chat = await startNewChat(workbench());
    await openSettings(chat);
    for (const [name, value] of [
      ['modalities', 'text\naudio'],
      ['audio', '{"voice": "alloy", "format": "pcm16"}'],
    ] as const) {
      await sheet()
        .getByRole('button', { name: `Set ${name}`, exact: true })
        .click();
      await sheet().getByLabel(name, { exact: true }).fill(value);
    }
    await sheet().getByRole('searchbox', { name: 'Search parameters' }).focus();
    // A second of silence: 24,000 samples of 16 bits.
    const data = Buffer.alloc(48_000).toString('base64');
    server().reply(
      answerEvents([
        chunk({ audio: { id: 'audio_1', transcript: 'Silence ' } }),
        chunk({ audio: { data } }),
        chunk({ audio: { transcript: 'is golden.' } }),
        finishChunk(),
        '[DONE]',
      ]),
    );
    await chat.ask('Say nothing.');
    await chat.waitForText('Silence is golden.');
    const player = chat.lastMessage.locator('audio[src^="blob:"]');
    await player.waitFor();
    const seconds = await player.evaluate(
      (audio: HTMLAudioElement) =>
        new Promise<number>((resolve, reject) => {
          const known = (): void => resolve(audio.duration);
          if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) {
            known();
          }
          audio.addEventListener('loadedmetadata', known);
          audio.addEventListener('error', () => reject(new Error(audio.error?.message ?? 'The sound does not play.')));
        }),
    );
    assert.equal(Math.round(seconds), 1);
  });
});
