import assert from 'node:assert/strict';
import { formatMoney, formatTokens } from '../../../../media/usage/format-sums';
import { formatShortSpan, formatSpan } from '../../../../media/usage/format-span';
import { niceMaximum } from '../../../../media/usage/nice-maximum';
import { isSavedChoice } from '../../../../media/usage/saved-choice';
import type { UsageSums } from '../../../../src/shared/usage-report';

const sums: UsageSums = {
  requests: 2,
  inputTokens: 1_200,
  outputTokens: 34,
  cachedInputTokens: 0,
  reasoningTokens: 0,
  audioTokens: 0,
  dollars: 0.5,
  estimatedRequests: 0,
  estimatedTokens: 0,
  estimatedDollars: 0,
  unpricedRequests: 0,
};

describe('numbers on the usage page', () => {
  it('are plain where all is known', () => {
    assert.equal(formatMoney(sums), '$0.50');
    assert.equal(formatTokens(1_234, sums), '1,234');
  });

  it('are marked where a part is estimated', () => {
    const estimated = { ...sums, estimatedRequests: 1, estimatedTokens: 3, estimatedDollars: 0.1 };
    assert.equal(formatMoney(estimated), '≈ $0.50');
    assert.equal(formatTokens(1_234, estimated), '≈ 1,234');
    assert.equal(formatTokens(0, estimated), '0');
    assert.equal(formatMoney({ ...estimated, estimatedDollars: 0 }), '$0.50');
  });

  it('do not pass for all the money where a part of it is not known', () => {
    assert.equal(formatMoney({ ...sums, unpricedRequests: 1 }), '$0.50 + ?');
    assert.equal(formatMoney({ ...sums, unpricedRequests: 2, dollars: 0 }), '?');
    assert.equal(formatMoney({ ...sums, dollars: 0 }), '$0');
  });
});

describe('days and months on the usage page', () => {
  it('are those that are named, wherever the person is', () => {
    assert.equal(formatSpan('2026-11-01'), 'November 1, 2026');
    assert.equal(formatSpan('2026-11'), 'November 2026');
    assert.equal(formatShortSpan('2026-11-01'), 'Nov 1');
    assert.equal(formatShortSpan('2026-11'), 'Nov 26');
  });
});

describe("the end of the chart's scale", () => {
  for (const [value, expected] of [
    [0, 10],
    [1, 10],
    [11, 20],
    [20, 20],
    [21, 40],
    [41, 50],
    [51, 100],
    [100, 100],
    [123_456, 200_000],
  ] as const) {
    it(`is ${expected} for ${value}`, () => {
      assert.equal(niceMaximum(value, 10), expected);
    });
  }

  it('is not below the value for small amounts of money', () => {
    for (const value of [0.0001, 0.0003, 0.07, 0.3, 0.7]) {
      const maximum = niceMaximum(value, 0.0001);
      assert(maximum >= value * (1 - 1e-9) && maximum <= value * 2.5, `${maximum} for ${value}`);
    }
  });
});

describe('what the usage page has kept', () => {
  it('is used when it is whole', () => {
    assert(isSavedChoice({ period: 'all', measure: 'tokens' }));
    for (const value of [undefined, null, 'all', {}, { period: 'all' }, { period: 'year', measure: 'tokens' }]) {
      assert(!isSavedChoice(value));
    }
  });
});
