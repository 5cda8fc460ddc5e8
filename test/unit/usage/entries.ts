import type { UsageEntry } from '../../../src/usage/usage-entry';

/** A request of 100 tokens in and 10 out that cost a cent, on a day such as `2026-11-21`. */
export function entry(day: string, change: Partial<UsageEntry> = {}): UsageEntry {
  return {
    time: Date.parse(`${day}T12:00:00Z`),
    day,
    endpoint: 'Server',
    model: 'eyes-1',
    operation: 'chat',
    usage: { inputTokens: 100, outputTokens: 10, cost: { dollars: 0.01, source: 'price' } },
    ...change,
  };
}

/** The same without a price. */
export function unpriced(day: string, change: Partial<UsageEntry> = {}): UsageEntry {
  return entry(day, { usage: { inputTokens: 100, outputTokens: 10 }, ...change });
}
