import assert from 'node:assert/strict';
import { collectResult } from '../../../../../src/model/collect';
import type { ImagePart, ModelMessage } from '../../../../../src/model/messages';
import { Peer } from '../../../../servers/peers/peer';
import { failureOf, read } from '../setting';
import { journalOf } from './aimock-journal';
import { modelOf, type PeerModelSettings, shapeOf } from './peer-setting';

const settings: PeerModelSettings = { model: 'gpt-5-mini', at: { api: 'responses' } };
const picture: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(1) } };

describe('A model of aimock that speaks the Responses API', function () {
  let peer: Peer;

  before(async function () {
    this.timeout(300_000);
    peer = await Peer.start('aimock');
  });

  after(() => peer[Symbol.asyncDispose]());

  it('streams a text and its usage', async () => {
    const { deltas, text, error } = await read(modelOf(peer, settings).streamComplete('say hello'));
    assert.deepEqual([error, shapeOf(deltas)], [undefined, 'text usage finish']);
    assert.equal(text, 'Hello from a server that others wrote, in several pieces.');
    assert.equal((await journalOf(peer)).at(-1)?.path, '/v1/responses');
  });

  it('gives a whole text about a picture', async () => {
    const { text, finishReason } = await modelOf(peer, settings).complete('look at the picture', [picture]);
    assert.deepEqual([text, finishReason], ['A red square.', 'stop']);
  });

  it('counts tokens', async () => {
    const { usage } = await modelOf(peer, settings).complete('what does it cost');
    assert.deepEqual([usage?.inputTokens, usage?.outputTokens], [120, 30]);
  });

  for (const streaming of [true, false]) {
    it(`thinks before it answers, ${streaming ? 'streamed' : 'whole'}`, async () => {
      const model = modelOf(peer, settings);
      const { text, reasoning } = await (streaming
        ? collectResult(model.streamComplete('think first'))
        : model.complete('think first'));
      assert.deepEqual([text, reasoning], ['42.', 'Six times seven, which is the question.']);
    });

    it(`calls tools and reads what they gave, ${streaming ? 'streamed' : 'whole'}`, async () => {
      const model = modelOf(peer, settings);
      const ask = (messages: readonly ModelMessage[]) =>
        streaming ? collectResult(model.streamChat(messages)) : model.chat(messages);
      const question: ModelMessage = { role: 'user', content: [{ type: 'text', text: 'weather' }] };
      const { toolCalls, finishReason } = await ask([question]);
      assert.equal(finishReason, 'toolCalls');
      assert.deepEqual(
        toolCalls.map(({ id, argumentsText }) => [id, argumentsText]),
        [
          ['call_1', '{"city":"Berlin"}'],
          ['call_2', '{"city":"Oslo"}'],
        ],
      );
      const { text } = await ask([
        question,
        { role: 'assistant', text: '', toolCalls },
        { role: 'tool', toolCallId: 'call_1', text: '25 degrees' },
        { role: 'tool', toolCallId: 'call_2', text: '5 degrees' },
      ]);
      assert.equal(text, 'Warm in Berlin.');
    });
  }

  for (const [question, kind, status] of [
    ['fall over', 'serverError', 500],
    ['too often', 'rateLimited', 429],
    ['too long', 'contextExceeded', 400],
    ['write garbage', 'notAStream', 200],
    ['hang up', 'connectionLost', undefined],
  ] as const) {
    it(`and is told to ${question} fails as ${kind}`, async () => {
      const failure = await failureOf(modelOf(peer, settings).streamComplete(question));
      assert.deepEqual([failure.kind, failure.status], [kind, status]);
    });
  }

  it('and stops in the middle keeps its text', async () => {
    const { deltas, error } = await read(modelOf(peer, settings).streamComplete('leave in the middle'));
    assert.equal(shapeOf(deltas), 'text');
    assert.ok(error instanceof Error && 'kind' in error && error.kind === 'connectionLost', String(error));
  });

  it('runs out of room', async () => {
    assert.equal((await modelOf(peer, settings).complete('run out')).finishReason, 'length');
    const { deltas } = await read(modelOf(peer, settings).streamComplete('run out'));
    assert.deepEqual(deltas.at(-1), { type: 'finish', reason: 'length' });
  });
});
