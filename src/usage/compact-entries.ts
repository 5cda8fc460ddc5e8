import { addUsage } from '../shared/add-usage';
import type { UsageEntry } from './usage-entry';

/**
 * Adds up what differs in nothing but time and numbers: of each day, one entry for each model, chat and way of counting
 * remains, so that every sum stays as it was.
 */
export function compactEntries(entries: readonly UsageEntry[]): readonly UsageEntry[] {
  const sums = new Map<string, UsageEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const sum = sums.get(key);
    sums.set(key, sum ? addEntries(sum, entry) : entry);
  }
  return [...sums.values()];
}

function keyOf({ day, endpoint, model, conversationId, operation, isLocal, ...entry }: UsageEntry): string {
  const { isEstimated, cost } = entry.usage;
  const isCompared = entry.estimatedInputTokens !== undefined;
  const counting = [isEstimated, isCompared, cost?.source];
  return JSON.stringify([day, endpoint, model, conversationId, operation, isLocal, ...counting]);
}

/** Both are alike in all that is no number. */
function addEntries(first: UsageEntry, second: UsageEntry): UsageEntry {
  return {
    ...first,
    time: Math.max(first.time, second.time),
    requests: (first.requests ?? 1) + (second.requests ?? 1),
    ...(first.estimatedInputTokens !== undefined && {
      estimatedInputTokens: first.estimatedInputTokens + (second.estimatedInputTokens ?? 0),
    }),
    usage: addUsage(first.usage, second.usage),
  };
}
