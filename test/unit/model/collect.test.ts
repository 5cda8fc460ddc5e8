import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { collectResult } from '../../../src/model/collect';
import type { ModelDelta } from '../../../src/model/deltas';
import { ModelError } from '../../../src/model/model-error';

function stream(...deltas: readonly ModelDelta[]): Readable {
  return Readable.from(deltas);
}

const stop: ModelDelta = { type: 'finish', reason: 'stop' };

describe('A collected answer', () => {
  it('joins text and reasoning and keeps usage and finish reason', async () => {
    const result = await collectResult(
      stream(
        { type: 'reasoning', text: 'h' },
        { type: 'text', text: 'a' },
        { type: 'reasoning', text: 'm' },
        { type: 'text', text: 'b' },
        { type: 'usage', usage: { inputTokens: 1, outputTokens: 2 } },
        { type: 'finish', reason: 'length' },
      ),
    );
    assert.deepEqual(result, {
      text: 'ab',
      reasoning: 'hm',
      refusal: '',
      toolCalls: [],
      logprobs: [],
      finishReason: 'length',
      alternatives: [],
      citations: [],
      adjustments: [],
      usage: { inputTokens: 1, outputTokens: 2 },
    });
  });

  it('has no usage when none was reported', async () => {
    assert.equal('usage' in (await collectResult(stream(stop))), false);
  });

  it('passes over retries', async () => {
    const error = new ModelError('serverError', 'Busy.');
    const retry: ModelDelta = { type: 'retry', attempt: 2, delayMilliseconds: 1, error };
    assert.equal((await collectResult(stream(retry, { type: 'text', text: 'a' }, stop))).text, 'a');
  });

  it('holds a refusal apart from the text', async () => {
    const { text, refusal } = await collectResult(
      stream({ type: 'refusal', text: 'I ' }, { type: 'refusal', text: 'will not.' }, stop),
    );
    assert.deepEqual({ text, refusal }, { text: '', refusal: 'I will not.' });
  });

  it('takes text for reasoning once it turns out to be that', async () => {
    const { text, reasoning } = await collectResult(
      stream(
        { type: 'text', text: 'Hm.\n' },
        { type: 'text', text: '</think>' },
        { type: 'reasoning', text: '', claimsText: true },
        { type: 'text', text: 'Hello' },
        stop,
      ),
    );
    assert.deepEqual({ text, reasoning }, { text: 'Hello', reasoning: 'Hm.' });
  });

  it('keeps the alternatives apart, each with what belongs to it', async () => {
    const result = await collectResult(
      stream(
        { type: 'text', text: 'a' },
        { type: 'text', text: 'A', alternative: 1 },
        { type: 'toolCall', index: 0, id: 'x', name: 'look', argumentsText: '{}', alternative: 2 },
        { type: 'logprobs', tokens: [{ token: 'A', logprob: -1, alternatives: [] }], alternative: 1 },
        { type: 'text', text: 'b' },
        { type: 'reasoning', text: 'hm', alternative: 1 },
        { type: 'finish', reason: 'stop', alternatives: ['length', 'toolCalls'] },
      ),
    );
    assert.equal(result.text, 'ab');
    assert.deepEqual(result.toolCalls, []);
    assert.deepEqual(result.alternatives, [
      {
        text: 'A',
        reasoning: 'hm',
        refusal: '',
        toolCalls: [],
        logprobs: [{ token: 'A', logprob: -1, alternatives: [] }],
        finishReason: 'length',
      },
      {
        text: '',
        reasoning: '',
        refusal: '',
        toolCalls: [{ id: 'x', name: 'look', argumentsText: '{}' }],
        logprobs: [],
        finishReason: 'toolCalls',
      },
    ]);
  });

  it('joins the pieces of a spoken answer', async () => {
    const { audio } = await collectResult(
      stream(
        { type: 'audio', transcript: 'Hel', format: 'pcm16' },
        { type: 'audio', bytes: Uint8Array.of(1, 2), format: 'pcm16' },
        { type: 'audio', bytes: Uint8Array.of(3), transcript: 'lo', format: 'pcm16' },
        stop,
      ),
    );
    assert.deepEqual(audio && { ...audio, bytes: [...audio.bytes] }, {
      bytes: [1, 2, 3],
      format: 'pcm16',
      transcript: 'Hello',
    });
  });

  it('keeps citations, adjustments and the check of its output', async () => {
    const { citations, adjustments, output } = await collectResult(
      stream(
        { type: 'adjusted', adjustment: { type: 'omitted', parameter: 'seed' } },
        { type: 'citation', citation: { url: 'https://a.example' } },
        { type: 'citation', citation: { url: 'https://b.example' } },
        { type: 'outputChecked', check: { format: 'json_object', problems: [] } },
        stop,
      ),
    );
    assert.deepEqual(citations, [{ url: 'https://a.example' }, { url: 'https://b.example' }]);
    assert.deepEqual(adjustments, [{ type: 'omitted', parameter: 'seed' }]);
    assert.deepEqual(output, { format: 'json_object', problems: [] });
  });

  it('is refused as incomplete when the stream ends without a finish', async () => {
    await assert.rejects(collectResult(stream({ type: 'text', text: 'half' })), { kind: 'incompleteAnswer' });
  });

  it('fails as the stream fails', async () => {
    const error = new ModelError('connectionLost', 'Lost.');
    const broken = stream({ type: 'text', text: 'half' });
    broken.destroy(error);
    await assert.rejects(collectResult(broken), error);
  });
});
