import assert from 'node:assert/strict';
import { askTestQuestion } from '../../../../src/features/model-test/ask-test-question';
import { describeOutcome } from '../../../../src/features/model-test/describe-outcome';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { OpenAiServer } from '../../../servers/openai-server';
import { answerText, neverAnswer, refuse } from '../../../servers/replies';

describe('The test question', () => {
  let server: OpenAiServer;
  beforeEach(async () => (server = await OpenAiServer.start()));
  afterEach(() => server.close());

  const ask = (signal = new AbortController().signal) =>
    askTestQuestion(
      createOpenAiModel({
        endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm' },
        model: 'm',
        apiKey: () => Promise.resolve(undefined),
      }),
      signal,
    );

  it('finds that a model sees pictures', async () => {
    server.reply(answerText(['Red.']));
    assert.deepEqual(await ask(), { type: 'seesPictures', answer: 'Red.' });
    assert.equal(server.questions.length, 1);
    assert.match(JSON.stringify(server.questions[0]?.question.messages), /data:image\/png;base64,/);
  });

  it('finds that a model answers without having seen', async () => {
    server.reply(answerText(['I cannot see images.']));
    assert.equal((await ask()).type, 'unsure');
  });

  it('takes an answer that a model wrote into its thoughts', async () => {
    server.reply(answerText([], { reasoning: ['The picture is red.'] }));
    assert.equal((await ask()).type, 'seesPictures');
  });

  it('asks without a picture where the model takes none', async () => {
    server.reply(
      refuse(400, { error: { message: 'image_url is not supported by this model' } }),
      answerText(['ready']),
    );
    assert.deepEqual(await ask(), { type: 'textOnly' });
    assert.doesNotMatch(JSON.stringify(server.questions[1]?.question.messages), /image/);
  });

  it('asks without a picture where the server does not say why it refuses', async () => {
    server.reply(refuse(400), answerText(['ready']));
    assert.deepEqual(await ask(), { type: 'textOnly' });
  });

  it('fails where the model answers neither', async () => {
    server.key = 'another';
    const outcome = await ask();
    assert.equal(outcome.type, 'failed');
    assert.match(describeOutcome('m', outcome), /^The model m did not answer\. .*\(HTTP 401\)\.$/);
  });

  it('ends at once when it is cancelled', async () => {
    server.reply(neverAnswer);
    const abort = new AbortController();
    const asked = ask(abort.signal);
    await server.request(1);
    abort.abort(new Error('cancelled'));
    await assert.rejects(asked, /cancelled/);
  });
});

describe('The outcome of a test', () => {
  it('is told in one line, however long the answer', () => {
    const text = describeOutcome('m', { type: 'unsure', answer: `It is\n${'very '.repeat(40)}blue` });
    assert.match(text, /said "It is very .*…"/);
    assert(text.length < 200);
  });
});
