import type { UsageReport } from '../../api/iris';
import type { UsageEntry } from '../../usage/usage-entry';
import { sumUsage } from '../../usage/usage-sums';

/** What other extensions get to know of all usage. It names no chats. */
export function toUsageReport(entries: readonly UsageEntry[]): UsageReport {
  const models = Map.groupBy(entries, ({ endpoint, model }) => JSON.stringify([endpoint, model]));
  const days = Map.groupBy(entries, ({ day }) => day);
  return {
    total: sumUsage(entries),
    models: [...models.values()]
      .flatMap((group) => (group[0] ? [{ ...nameOf(group[0]), ...sumUsage(group) }] : []))
      .sort((first, second) => second.dollars - first.dollars || tokensOf(second) - tokensOf(first)),
    days: [...days]
      .map(([day, group]) => ({ day, ...sumUsage(group) }))
      .sort((first, second) => (first.day < second.day ? -1 : 1)),
  };
}

function nameOf({ endpoint, model }: UsageEntry): { readonly endpoint: string; readonly model: string } {
  return { endpoint, model };
}

function tokensOf({
  inputTokens,
  outputTokens,
}: {
  readonly inputTokens: number;
  readonly outputTokens: number;
}): number {
  return inputTokens + outputTokens;
}
