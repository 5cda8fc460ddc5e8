import assert from 'node:assert/strict';
import { collectResult } from '../../../../../src/model/collect';
import { Peer } from '../../../../servers/peers/peer';
import { failureOf, read } from '../setting';
import { modelOf, type PeerModelSettings, shapeOf } from './peer-setting';

describe('A model of aimock behind the Portkey gateway', function () {
  let peer: Peer;
  let gateway: Peer;
  let settings: PeerModelSettings;

  before(async function () {
    this.timeout(300_000);
    [peer, gateway] = await Promise.all([Peer.start('aimock'), Peer.start('gateway')]);
    const headers = { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': `${peer.origin}/v1` };
    settings = { at: { headers } };
  });

  after(() => Promise.all([peer[Symbol.asyncDispose](), gateway[Symbol.asyncDispose]()]));

  it('streams a text', async () => {
    const { deltas, text, error } = await read(modelOf(gateway, settings).streamComplete('say hello'));
    assert.deepEqual(
      [text, error, shapeOf(deltas)],
      ['Hello from a server that others wrote, in several pieces.', undefined, 'text usage finish'],
    );
  });

  it('gives a whole text', async () => {
    const { text } = await modelOf(gateway, settings).complete('say hello');
    assert.equal(text, 'Hello from a server that others wrote, in several pieces.');
  });

  it('speaks the Responses API', async () => {
    const model = modelOf(gateway, { model: 'gpt-5-mini', at: { ...settings.at, api: 'responses' } });
    const { text, reasoning } = await collectResult(model.streamComplete('think first'));
    assert.deepEqual([text, reasoning], ['42.', 'Six times seven, which is the question.']);
    assert.equal((await model.complete('say hello')).finishReason, 'stop');
  });

  it('calls tools', async () => {
    const { toolCalls } = await collectResult(modelOf(gateway, settings).streamComplete('weather'));
    assert.deepEqual(
      toolCalls.map(({ name, argumentsText }) => [name, argumentsText]),
      [
        ['get_weather', '{"city":"Berlin"}'],
        ['get_weather', '{"city":"Oslo"}'],
      ],
    );
  });

  it('whose stream breaks behind the gateway is incomplete or lost, after its text', async () => {
    const { text, error } = await read(modelOf(gateway, settings).streamComplete('stop in the middle'));
    assert.ok(text.startsWith('The first twenty on.'), text);
    assert.ok(error instanceof Error && 'kind' in error);
    assert.match(String(error.kind), /^(incompleteAnswer|connectionLost)$/);
  });

  for (const [question, kind, status] of [
    ['fall over', 'serverError', 500],
    ['too often', 'rateLimited', 429],
    ['too long', 'contextExceeded', 400],
  ] as const) {
    it(`that fails with ${status} fails as ${kind}`, async () => {
      const failure = await failureOf(modelOf(gateway, settings).streamComplete(question));
      assert.deepEqual([failure.kind, failure.status], [kind, status]);
    });
  }

  it('without the gateway’s headers is told in its words', async () => {
    const failure = await failureOf(modelOf(gateway).streamComplete('say hello'));
    assert.deepEqual([failure.kind, failure.status], ['badRequest', 400]);
    assert.match(failure.detail ?? '', /x-portkey/);
  });
});
