import assert from 'node:assert/strict';
import { describeProbe } from '../../../../src/features/model-test/describe-probe';
import { probedFacts, probeModel } from '../../../../src/features/model-test/probe-model';
import { beepSound } from '../../../../src/features/model-test/test-sound';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { OpenAiServer } from '../../../servers/openai-server';
import { answerText, neverAnswer, refuse } from '../../../servers/replies';

describe('The test of a model', () => {
  let server: OpenAiServer;
  beforeEach(async () => (server = await OpenAiServer.start()));
  afterEach(() => server.close());

  const probe = ({ mayHear = true, signal = new AbortController().signal } = {}) =>
    probeModel(
      createOpenAiModel({
        endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm' },
        model: 'm',
        apiKey: () => Promise.resolve(undefined),
      }),
      { mayHear, signal },
    );

  it('sends a tiny picture and a tiny sound', async () => {
    server.reply(answerText(['Red']), answerText(['I hear 3 beeps.']));
    const outcome = await probe();
    assert.deepEqual(probedFacts(outcome), { input: { text: true, image: true, audio: true }, output: { text: true } });
    assert.equal(describeProbe('m', outcome), 'The model m sees pictures. It hears sound.');
    const [picture, sound] = server.questions;
    assert.equal(picture?.images.length, 1);
    assert.match(sound?.text ?? '', /"type":"input_audio"/);
    assert((picture?.body.byteLength ?? 0) < 5_000 && (sound?.body.byteLength ?? 0) < 100_000);
  });

  it('finds that a model takes neither', async () => {
    server.reply(
      refuse(400, { error: { message: 'image input is not supported' } }),
      answerText(['ready']),
      refuse(400, { error: { message: 'unknown variant `input_audio`, expected `text`' } }),
    );
    const outcome = await probe();
    assert.deepEqual(probedFacts(outcome).input, { text: true, image: false, audio: false });
    assert.equal(describeProbe('m', outcome), 'The model m answers, but takes no pictures. It takes no sound.');
  });

  it('proves nothing where the answers are wrong', async () => {
    server.reply(answerText(['Blue']), answerText(['I cannot listen.']));
    const outcome = await probe();
    assert.deepEqual(probedFacts(outcome), { input: { text: true }, output: { text: true } });
    assert.match(describeProbe('m', outcome), /may not see pictures\. It takes sound, but may not hear it\.$/);
  });

  it('sends no sound to a model that is known to be deaf', async () => {
    server.reply(answerText(['Red']));
    assert.deepEqual(await probe({ mayHear: false }), { sight: { type: 'seesPictures', answer: 'Red' } });
    assert.equal(server.questions.length, 1);
  });

  it('proves nothing, and asks no more, where the model does not answer', async () => {
    server.key = 'another';
    const outcome = await probe();
    assert.deepEqual(probedFacts(outcome), {});
    assert.equal(server.requests.length, 1);
  });

  it('is not led by a failure that has nothing to do with the sound', async () => {
    server.reply(answerText(['Red']), refuse(401));
    assert.deepEqual(probedFacts(await probe()).input, { text: true, image: true });
  });

  it('ends at once when it is cancelled', async () => {
    server.reply(answerText(['Red']), neverAnswer);
    const abort = new AbortController();
    const asked = probe({ signal: abort.signal });
    await server.request(2);
    abort.abort(new Error('cancelled'));
    await assert.rejects(asked, /cancelled/);
  });
});

describe('The sound of the test', () => {
  it('is a WAV of three beeps', () => {
    const sound = Buffer.from(beepSound());
    assert.equal(sound.toString('latin1', 0, 4) + sound.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
    assert.equal(sound.readUInt32LE(4), sound.byteLength - 8);
    assert.equal(sound.readUInt32LE(40), sound.byteLength - 44);
    // A hundredth of a second at a time: loud or silent.
    const blocks = Array.from({ length: (sound.byteLength - 44) / 320 }, (_, block) => {
      const samples = Array.from({ length: 160 }, (_, sample) => sound.readInt16LE(44 + block * 320 + sample * 2));
      return Math.max(...samples.map(Math.abs)) > 1_000;
    });
    assert.equal(blocks.filter((isLoud, block) => isLoud && !blocks[block - 1]).length, 3);
  });
});
