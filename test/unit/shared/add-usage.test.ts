import assert from 'node:assert/strict';
import { addUsage } from '../../../src/shared/add-usage';

describe('the usage of an answer that was made in two requests', () => {
  it('adds every count, and those that only one request has', () => {
    assert.deepEqual(
      addUsage(
        { inputTokens: 10, outputTokens: 5, cachedInputTokens: 4, audioInputTokens: 1 },
        { inputTokens: 20, outputTokens: 7, cachedInputTokens: 6, reasoningTokens: 3, audioOutputTokens: 2 },
      ),
      {
        inputTokens: 30,
        outputTokens: 12,
        cachedInputTokens: 10,
        reasoningTokens: 3,
        audioInputTokens: 1,
        audioOutputTokens: 2,
      },
    );
  });

  it('is estimated when a part of it is', () => {
    const counted = { inputTokens: 1, outputTokens: 1 };
    const both = { inputTokens: 2, outputTokens: 2, isEstimated: true };
    assert.deepEqual(addUsage(counted, { ...counted, isEstimated: true }), both);
    assert.deepEqual(addUsage({ ...counted, isEstimated: true }, counted), both);
  });

  it('costs the sum where both costs are known, and an unknown sum otherwise', () => {
    const first = { inputTokens: 1, outputTokens: 1, cost: { dollars: 0.25, source: 'server' as const } };
    const second = { inputTokens: 1, outputTokens: 1, cost: { dollars: 0.5, source: 'price' as const } };
    assert.deepEqual(addUsage(first, second).cost, { dollars: 0.75, source: 'price' });
    assert.deepEqual(addUsage(first, first).cost, { dollars: 0.5, source: 'server' });
    assert.equal(addUsage(first, { inputTokens: 1, outputTokens: 1 }).cost, undefined);
  });
});
