import assert from 'node:assert/strict';
import type { UsageReport, UsageSums } from '../../../src/shared/usage-report';
import { createReport } from '../../../src/usage/usage-report';
import type { UsageEntry } from '../../../src/usage/usage-entry';
import { entry, unpriced } from './entries';

const today = '2026-11-21';

describe('a usage report', () => {
  it('adds up today, the month and everything', () => {
    const report = reportOf([entry('2025-06-01'), entry('2026-11-01'), entry(today), entry(today)]);
    assert.deepEqual(
      [report.today, report.month, report.total].map(({ requests }) => requests),
      [2, 3, 4],
    );
    assertMoney(report.month, 0.03);
    assert.equal(report.total.inputTokens, 400);
    assert.equal(report.periods.all.sums.requests, 4);
    assert.equal(report.periods.last30Days.sums.requests, 3);
  });

  it('tells how much is estimated, and how many requests have no known price', () => {
    const { total } = reportOf([
      entry(today),
      unpriced(today),
      unpriced(today, { requests: 3 }),
      unpriced(today, { isLocal: true }),
      entry(today, { usage: { inputTokens: 1, outputTokens: 1, isEstimated: true } }),
      entry(today, {
        usage: { inputTokens: 1, outputTokens: 2, isEstimated: true, cost: { dollars: 0.25, source: 'price' } },
      }),
    ]);
    assert.equal(total.requests, 8);
    assert.equal(total.unpricedRequests, 5);
    assert.equal(total.estimatedRequests, 2);
    assert.equal(total.estimatedTokens, 5);
    assert.equal(total.estimatedDollars, 0.25);
    assertMoney(total, 0.26);
  });

  it('compares estimates with what was counted, of each model and only where there are both', () => {
    const { periods } = reportOf([
      entry(today, { estimatedInputTokens: 120 }),
      entry(today, { estimatedInputTokens: 180, requests: 2 }),
      entry(today),
      entry(today, { model: 'ears-1' }),
    ]);
    assert.deepEqual(
      periods.all.models.map(({ model, comparison }) => [model, comparison]),
      [
        ['eyes-1', { requests: 3, estimated: 300, counted: 200 }],
        ['ears-1', undefined],
      ],
    );
  });

  it('adds cached, reasoning and audio tokens of both directions', () => {
    const usage = {
      inputTokens: 50,
      outputTokens: 40,
      cachedInputTokens: 5,
      reasoningTokens: 6,
      audioInputTokens: 7,
      audioOutputTokens: 8,
    };
    const { total } = reportOf([entry(today, { usage }), entry(today, { usage })]);
    assert.deepEqual(
      [total.cachedInputTokens, total.reasoningTokens, total.audioTokens, total.inputTokens, total.outputTokens],
      [10, 12, 30, 100, 80],
    );
  });

  it('has a column for each day, those without a request too', () => {
    const { periods } = reportOf([entry('2026-11-03'), entry('2026-10-25')]);
    assert.equal(periods.month.spans.length, 21);
    assert.deepEqual(requestsOf(periods.month.spans), ['2026-11-03 1']);
    assert.equal(periods.last30Days.spans.length, 30);
    assert.equal(periods.last30Days.spans[0]?.name, '2026-10-23');
    assert.deepEqual(requestsOf(periods.last30Days.spans), ['2026-10-25 1', '2026-11-03 1']);
  });

  it('shows a long time by months', () => {
    const { spans } = reportOf([entry('2025-12-31'), entry('2026-03-01'), entry('2026-03-31')]).periods.all;
    assert.equal(spans.length, 12);
    assert.deepEqual([spans[0]?.name, spans.at(-1)?.name], ['2025-12', '2026-11']);
    assert.deepEqual(requestsOf(spans), ['2025-12 1', '2026-03 2']);
  });

  it('does not lose a day after today', () => {
    const { periods } = reportOf([entry('2026-11-22')]);
    assert.deepEqual(requestsOf(periods.month.spans), ['2026-11-22 1']);
    assert.deepEqual(requestsOf(periods.last30Days.spans), ['2026-11-22 1']);
  });

  it('adds up models, the dearest first', () => {
    const { models } = reportOf([
      unpriced(today, { model: 'free-2', usage: { inputTokens: 1_000, outputTokens: 0 } }),
      entry(today, { model: 'dear' }),
      unpriced(today, { model: 'free-1' }),
      entry(today, { model: 'dear' }),
      entry(today, { model: 'dear', endpoint: 'Other' }),
    ]).periods.month;
    assert.deepEqual(
      models.map(({ endpoint, model, sums }) => [endpoint, model, sums.requests]),
      [
        ['Server', 'dear', 2],
        ['Other', 'dear', 1],
        ['Server', 'free-2', 1],
        ['Server', 'free-1', 1],
      ],
    );
  });

  it('adds up chats, names them, and knows those that are gone or never were', () => {
    const { chats } = reportOf(
      [
        entry(today, { conversationId: 'one' }),
        entry(today, { conversationId: 'one' }),
        entry(today, { conversationId: 'two', usage: { inputTokens: 5, outputTokens: 5 } }),
        entry(today),
      ],
      { titles: new Map([['one', 'A picture']]) },
    ).periods.month;
    assert.deepEqual(
      chats.map(({ title, conversationId, sums }) => [title, conversationId, sums.requests]),
      [
        ['A picture', 'one', 2],
        [undefined, undefined, 1],
        [undefined, 'two', 1],
      ],
    );
  });

  it('sets the month against the budget where there is one', () => {
    const entries = [entry('2026-10-01'), entry(today)];
    assert.deepEqual(reportOf(entries, { budget: 5 }).budget, { dollars: 5, spent: 0.01 });
    assert.equal('budget' in reportOf(entries), false);
  });

  it('is whole when nothing was asked', () => {
    const report = reportOf([]);
    assert.equal(report.total.requests, 0);
    assert.deepEqual(report.periods.all.models, []);
    assert.equal(report.periods.all.spans.length, 1);
  });
});

function reportOf(
  entries: readonly UsageEntry[],
  { titles = new Map<string, string>(), budget }: { titles?: ReadonlyMap<string, string>; budget?: number } = {},
): UsageReport {
  return createReport({ entries, today, titles, budget });
}

function requestsOf(spans: readonly { readonly name: string; readonly sums: UsageSums }[]): readonly string[] {
  return spans.filter(({ sums }) => sums.requests > 0).map(({ name, sums }) => `${name} ${sums.requests}`);
}

function assertMoney({ dollars }: UsageSums, expected: number): void {
  assert(Math.abs(dollars - expected) < 1e-9, `${dollars} is not ${expected}`);
}
