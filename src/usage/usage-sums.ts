import type { UsageSums } from '../shared/usage-report';
import type { UsageEntry } from './usage-entry';

const nothing: UsageSums = {
  requests: 0,
  inputTokens: 0,
  outputTokens: 0,
  cachedInputTokens: 0,
  reasoningTokens: 0,
  audioTokens: 0,
  dollars: 0,
  estimatedRequests: 0,
  estimatedTokens: 0,
  estimatedDollars: 0,
  unpricedRequests: 0,
};

/** Money is added where it is known; how many requests it is not known for is told beside it. */
export function sumUsage(entries: readonly UsageEntry[]): UsageSums {
  const sums = { ...nothing };
  for (const { requests = 1, isLocal, usage } of entries) {
    sums.requests += requests;
    sums.inputTokens += usage.inputTokens;
    sums.outputTokens += usage.outputTokens;
    sums.cachedInputTokens += usage.cachedInputTokens ?? 0;
    sums.reasoningTokens += usage.reasoningTokens ?? 0;
    sums.audioTokens += (usage.audioInputTokens ?? 0) + (usage.audioOutputTokens ?? 0);
    sums.dollars += usage.cost?.dollars ?? 0;
    if (usage.isEstimated) {
      sums.estimatedRequests += requests;
      sums.estimatedTokens += usage.inputTokens + usage.outputTokens;
      sums.estimatedDollars += usage.cost?.dollars ?? 0;
    }
    sums.unpricedRequests += usage.cost || isLocal ? 0 : requests;
  }
  return sums;
}
