import assert from 'node:assert/strict';
import type { ImagePart } from '../../../../../src/model/messages';
import { listModels } from '../../../../../src/model/openai/list-models';
import { Peer } from '../../../../servers/peers/peer';
import { failureOf, read, sentinelKey } from '../setting';
import { modelOf, shapeOf } from './peer-setting';

const picture: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(1) } };

describe('A model of mock-llm', function () {
  let peer: Peer;

  before(async function () {
    this.timeout(300_000);
    peer = await Peer.start('mockLlm');
  });

  after(() => peer[Symbol.asyncDispose]());

  it('streams an echo without usage', async () => {
    const { deltas, text, error } = await read(modelOf(peer).streamComplete('An echo of several pieces, “quoted” 👋'));
    assert.deepEqual(
      [text, error, shapeOf(deltas)],
      ['An echo of several pieces, “quoted” 👋', undefined, 'text finish'],
    );
  });

  it('gives a whole echo without usage', async () => {
    const { text, usage, finishReason } = await modelOf(peer).complete('An echo');
    assert.deepEqual([text, usage, finishReason], ['An echo', undefined, 'stop']);
  });

  it('sees as many pictures as were sent', async () => {
    const { text } = await modelOf(peer, { model: 'counts-pictures' }).complete('How many?', [picture, picture]);
    assert.equal(text, '2 seen');
  });

  it('gets the key as Bearer', async () => {
    assert.equal((await modelOf(peer, { model: 'says-key' }).complete('Key?')).text, `Bearer ${sentinelKey}`);
  });

  it('lists its models', async () => {
    const models = await listModels({
      endpoint: { name: 'Peer', baseUrl: `${peer.origin}/v1`, model: 'm' },
      apiKey: () => Promise.resolve(sentinelKey),
    });
    assert.deepEqual(
      models.map(({ id }) => id),
      ['echo', 'error-500'],
    );
  });

  for (const [status, kind] of [
    [401, 'unauthorized'],
    [404, 'modelNotFound'],
    [429, 'rateLimited'],
    [500, 'serverError'],
  ] as const) {
    it(`that answers with ${status} fails as ${kind}`, async () => {
      const model = modelOf(peer, { model: `error-${status}` });
      await assert.rejects(model.complete('Hi'), { name: 'ModelError', kind, status });
    });

    it(`that answers a stream with HTTP 200 and the words of ${status} fails as ${kind}`, async () => {
      const failure = await failureOf(modelOf(peer, { model: `error-${status}` }).streamComplete('Hi'));
      assert.equal(failure.kind, kind);
      assert.ok(failure.detail);
    });
  }

  it('whose path is wrong is told in the server’s words', async () => {
    const failure = await failureOf(modelOf(peer, { path: '/v2' }).streamComplete('Hi'));
    assert.deepEqual([failure.kind, failure.status], ['badRequest', 404]);
    assert.match(failure.detail ?? '', /not found/i);
  });
});
