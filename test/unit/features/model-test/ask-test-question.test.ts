import assert from 'node:assert/strict';
import { askTestQuestion } from '../../../../src/features/model-test/ask-test-question';
import { redSquare } from '../../../../src/features/model-test/test-picture';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { OpenAiServer } from '../../../servers/openai-server';
import { answerText, refuse } from '../../../servers/replies';

describe('askTestQuestion', () => {
  let server: OpenAiServer;
  beforeEach(async () => {
    server = await OpenAiServer.start();
  });
  afterEach(() => server.close());

  const ask = (signal = new AbortController().signal) =>
    askTestQuestion(
      createOpenAiModel({
        endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'test-vision' },
        model: 'test-vision',
        apiKey: () => Promise.resolve(undefined),
      }),
      signal,
    );

  it('finds that a model sees when it names the colour', async () => {
    server.reply(answerText(['Red.']));
    assert.deepEqual(await ask(), { type: 'seesPictures', answer: 'Red.' });
    assert.equal(server.questions.length, 1);
    assert.deepEqual(server.questions[0]?.images, [{ mediaType: 'image/png', bytes: Buffer.from(redSquare()) }]);
  });

  it('is unsure about a model that answers something else', async () => {
    for (const answer of ['Blue', 'I am bored.', '']) {
      server.reply(answerText([answer]));
      assert.equal((await ask()).type, 'unsure', answer);
    }
  });

  it('reads what a model thought where that is all that came', async () => {
    server.reply(answerText([''], { reasoning: ['The picture is red'] }));
    assert.equal((await ask()).type, 'seesPictures');
  });

  it('asks again without the picture where pictures are refused', async () => {
    server.reply(
      refuse(400, { error: { message: 'This model does not support image input.' } }),
      answerText(['ready']),
    );
    assert.deepEqual(await ask(), { type: 'textOnly' });
    assert.deepEqual(
      server.questions.map(({ images }) => images.length),
      [1, 0],
    );
  });

  it('tells what failed', async () => {
    server.key = 'secret';
    const outcome = await ask();
    assert.equal(outcome.type, 'failed');
    assert(outcome.type === 'failed' && outcome.error instanceof Error);
    assert.equal((outcome.error as Error & { kind?: string }).kind, 'keyMissing');
  });

  it('throws the reason of a signal that was aborted', async () => {
    const controller = new AbortController();
    server.reply(() => controller.abort(new Error('closed')));
    await assert.rejects(ask(controller.signal), /closed/);
  });
});
