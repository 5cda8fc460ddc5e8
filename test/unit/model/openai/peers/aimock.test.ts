import assert from 'node:assert/strict';
import { collectResult } from '../../../../../src/model/collect';
import type { ImagePart } from '../../../../../src/model/messages';
import { listModels } from '../../../../../src/model/openai/list-models';
import { Peer } from '../../../../servers/peers/peer';
import { read, sentinelKey } from '../setting';
import { journalOf } from './aimock-journal';
import { modelOf, shapeOf } from './peer-setting';

const hello = 'Hello from a server that others wrote, in several pieces.';
const picture: ImagePart = {
  type: 'image',
  image: { mediaType: 'image/png', bytes: Uint8Array.of(137, 80, 78, 71) },
  detail: 'low',
};

describe('A model of aimock', function () {
  let peer: Peer;

  before(async function () {
    this.timeout(300_000);
    peer = await Peer.start('aimock');
  });

  after(() => peer[Symbol.asyncDispose]());

  it('streams a text and its usage', async () => {
    const { deltas, text, error } = await read(modelOf(peer).streamComplete('Please say hello'));
    assert.deepEqual([text, error, shapeOf(deltas)], [hello, undefined, 'text usage finish']);
    assert.ok(deltas.filter(({ type }) => type === 'text').length > 1);
    assert.deepEqual(deltas.at(-1), { type: 'finish', reason: 'stop' });
  });

  it('gives a whole text', async () => {
    const { text, finishReason, usage } = await modelOf(peer).complete('Please say hello');
    assert.deepEqual([text, finishReason], [hello, 'stop']);
    assert.ok(usage && usage.inputTokens > 0 && usage.outputTokens > 0);
  });

  it('gets pictures as data URLs', async () => {
    const { text } = await modelOf(peer).complete('look at the picture', [picture]);
    assert.equal(text, 'A red square.');
    const [asked] = (await journalOf(peer)).slice(-1);
    assert.deepEqual(asked?.body, {
      model: 'gpt-4o',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'look at the picture' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw==', detail: 'low' } },
          ],
        },
      ],
      _endpointType: 'chat',
    });
  });

  it('thinks before it answers', async () => {
    const streamed = await read(modelOf(peer).streamComplete('think first'));
    assert.equal(shapeOf(streamed.deltas), 'reasoning text usage finish');
    const { text, reasoning } = await modelOf(peer).complete('think first');
    assert.deepEqual([text, reasoning], ['42.', 'Six times seven, which is the question.']);
  });

  for (const streaming of [true, false]) {
    it(`calls tools and reads what they gave, ${streaming ? 'streamed' : 'whole'}`, async () => {
      const model = modelOf(peer);
      const question = { role: 'user', content: [{ type: 'text', text: 'weather' }] } as const;
      const { toolCalls, finishReason } = await (streaming
        ? collectResult(model.streamChat([question]))
        : model.chat([question]));
      assert.equal(finishReason, 'toolCalls');
      assert.deepEqual(toolCalls, [
        { id: 'call_1', name: 'get_weather', argumentsText: '{"city":"Berlin"}' },
        { id: 'call_2', name: 'get_weather', argumentsText: '{"city":"Oslo"}' },
      ]);
      const { text } = await model.chat([
        question,
        { role: 'assistant', text: '', toolCalls },
        { role: 'tool', toolCallId: 'call_1', text: '25 degrees' },
        { role: 'tool', toolCallId: 'call_2', text: '5 degrees' },
      ]);
      assert.equal(text, 'Warm in Berlin.');
    });
  }

  it('says something beside a call that came first', async () => {
    const { text, toolCalls } = await collectResult(modelOf(peer).streamComplete('talk and act'));
    assert.deepEqual([text, toolCalls.map(({ name }) => name)], ['I look it up.', ['look_up']]);
  });

  for (const [question, reason] of [
    ['run out', 'length'],
    ['be filtered', 'contentFilter'],
  ] as const) {
    it(`ends an answer for the reason ${reason}`, async () => {
      assert.equal((await modelOf(peer).complete(question)).finishReason, reason);
      const { deltas } = await read(modelOf(peer).streamComplete(question));
      assert.deepEqual(deltas.at(-1), { type: 'finish', reason });
    });
  }

  it('comes in its own time', async () => {
    const { text, error } = await read(modelOf(peer).streamComplete('take your time'));
    assert.deepEqual([text, error], ['Every one of these pieces is sent by itself and late.', undefined]);
  });

  it('lists its models', async () => {
    const models = await listModels({
      endpoint: { name: 'Peer', baseUrl: `${peer.origin}/v1`, model: 'm' },
      apiKey: () => Promise.resolve(sentinelKey),
    });
    assert.ok(models.some(({ id }) => id === 'gpt-4o'));
  });

  it('turns texts into vectors', async () => {
    const model = modelOf(peer, { model: 'text-embedding-3-small' });
    const { vectors, usage } = await model.embed(['a picture of an iris', 'a picture of an iris']);
    assert.deepEqual(
      vectors.map((vector) => [...vector]),
      [
        [0.5, -0.25, 0.125],
        [0.5, -0.25, 0.125],
      ],
    );
    assert.ok(usage);
  });

  it('as OpenRouter says what an answer cost', async () => {
    const model = modelOf(peer, { path: '/api/v1' });
    const expected = {
      inputTokens: 120,
      outputTokens: 30,
      cachedInputTokens: 100,
      reasoningTokens: 20,
      cost: { dollars: 0.0123, source: 'server' },
    };
    assert.deepEqual((await model.complete('what does it cost')).usage, expected);
    const { deltas } = await read(model.streamComplete('what does it cost'));
    assert.deepEqual(deltas.at(-2), { type: 'usage', usage: expected });
  });

  it('as Azure is asked at its deployment with its own header', async () => {
    const model = modelOf(peer, {
      path: '/openai',
      at: { apiVersion: '2024-10-21', deployment: 'my eyes' },
    });
    const { text, error } = await read(model.streamComplete('say hello'));
    assert.deepEqual([text, error], [hello, undefined]);
    const [asked] = (await journalOf(peer)).slice(-1);
    assert.equal(asked?.path, '/openai/deployments/my%20eyes/chat/completions?api-version=2024-10-21');
    assert.deepEqual(
      ['api-key', 'authorization'].map((name) => name in (asked?.headers ?? {})),
      [true, false],
    );
  });
});
