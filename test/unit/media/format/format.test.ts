import assert from 'node:assert/strict';
import { formatEstimate } from '../../../../media/format/format-estimate';
import { formatBytes, formatPixels } from '../../../../media/format/format-size';
import { describeUsage, formatUsage } from '../../../../media/format/format-usage';
import { formatWait } from '../../../../media/format/format-wait';

describe('numbers for people', () => {
  it('are bytes in the largest unit that fits', () => {
    const cases: [number, string][] = [
      [0, '0 bytes'],
      [1, '1 byte'],
      [812, '812 bytes'],
      [1024, '1 KB'],
      [1434, '1.4 KB'],
      [148_300, '145 KB'],
      [1024 * 1024 - 1, '1 MB'],
      [64 * 1024 * 1024, '64 MB'],
      [5 * 1024 ** 3, '5 GB'],
    ];
    cases.forEach(([bytes, text]) => assert.equal(formatBytes(bytes), text));
  });

  it('are the pixels of a picture', () => {
    assert.equal(formatPixels({ width: 640, height: 480 }), '640 × 480');
  });

  it('are what an attachment is to a model, and nothing where no tokens are counted', () => {
    assert.equal(formatEstimate({ tokens: 1105, dollars: 0.0028 }), '≈ 1,105 tokens · $0.0028');
    assert.equal(formatEstimate({ tokens: 1 }), '≈ 1 token');
    assert.equal(formatEstimate({ tokens: 0 }), undefined);
  });

  it('are tokens, in short and in words', () => {
    const usage = { inputTokens: 1204, outputTokens: 356 };
    assert.equal(formatUsage(usage), '1,204 in · 356 out');
    assert.equal(describeUsage(usage), '1,204 tokens sent\n356 tokens received');
    assert.equal(
      describeUsage({ ...usage, outputTokens: 1, cachedInputTokens: 1000, reasoningTokens: 1 }),
      "1,204 tokens sent, 1,000 of them from the server's cache\n1 token received, 1 of them reasoning",
    );
  });

  it('are waits that never read zero', () => {
    assert.equal(formatWait(6_100), '7\u00a0s');
    assert.equal(formatWait(1), '1\u00a0s');
    assert.equal(formatWait(-5), '1\u00a0s');
    assert.equal(formatWait(60_000), '1\u00a0min');
    assert.equal(formatWait(65_000), '1\u00a0min\u00a05\u00a0s');
  });
});
