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
      toolCalls: [],
      finishReason: 'length',
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

  it('puts the pieces of tool calls together by their index, in its order', async () => {
    const { toolCalls } = await collectResult(
      stream(
        { type: 'toolCall', index: 1, id: 'b', name: 'wait' },
        { type: 'toolCall', index: 0, id: 'a', name: 'look', argumentsText: '{"at":' },
        { type: 'toolCall', index: 0, argumentsText: '1}' },
        { type: 'finish', reason: 'toolCalls' },
      ),
    );
    assert.deepEqual(toolCalls, [
      { id: 'a', name: 'look', argumentsText: '{"at":1}' },
      { id: 'b', name: 'wait', argumentsText: '' },
    ]);
  });

  it('leaves out a tool call whose arguments were cut, and one without a name', async () => {
    const { toolCalls } = await collectResult(
      stream(
        { type: 'toolCall', index: 0, id: 'a', name: 'write', argumentsText: '{"path":"/etc' },
        { type: 'toolCall', index: 1, id: 'b', argumentsText: '{}' },
        { type: 'toolCall', index: 2, id: 'c', name: 'look', argumentsText: '{}' },
        { type: 'finish', reason: 'length' },
      ),
    );
    assert.deepEqual(
      toolCalls.map(({ id }) => id),
      ['c'],
    );
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
