import assert from 'node:assert/strict';
import { toUsageReport } from '../../../../src/features/public-api/usage-report';
import type { UsageEntry } from '../../../../src/usage/usage-entry';

function entry(day: string, model: string, dollars: number): UsageEntry {
  const usage = { inputTokens: 10, outputTokens: 2, cost: { dollars, source: 'server' as const } };
  return { time: Date.parse(day), day, endpoint: 'Test', model, operation: 'chat', conversationId: 'private', usage };
}

describe('the usage that other extensions see', () => {
  const report = toUsageReport([
    entry('2026-11-21', 'cheap', 0.5),
    entry('2026-11-20', 'dear', 2),
    entry('2026-11-20', 'cheap', 0.25),
  ]);

  it('is told in total', () => {
    assert.equal(report.total.requests, 3);
    assert.equal(report.total.inputTokens, 30);
    assert.equal(report.total.dollars, 2.75);
  });

  it('is told by model, the dearest first', () => {
    assert.deepEqual(
      report.models.map(({ endpoint, model, requests, dollars }) => [endpoint, model, requests, dollars]),
      [
        ['Test', 'dear', 1, 2],
        ['Test', 'cheap', 2, 0.75],
      ],
    );
  });

  it('is told by day, the oldest first', () => {
    assert.deepEqual(
      report.days.map(({ day, requests, outputTokens }) => [day, requests, outputTokens]),
      [
        ['2026-11-20', 2, 4],
        ['2026-11-21', 1, 2],
      ],
    );
  });

  it('names no chats', () => assert(!JSON.stringify(report).includes('private')));

  it('is nothing when nothing was asked', () => {
    const { total, models, days } = toUsageReport([]);
    assert.deepEqual([total.requests, models, days], [0, [], []]);
  });
});
