import type { Cost, TokenUsage } from './usage';

const optionalCounts = ['cachedInputTokens', 'reasoningTokens', 'audioInputTokens', 'audioOutputTokens'] as const;

/** What two requests used together; `first` is undefined where there was none yet. */
export function addUsage(first: TokenUsage | undefined, second: TokenUsage): TokenUsage {
  if (!first) {
    return second;
  }
  const cost = addCost(first.cost, second.cost);
  const counts = optionalCounts.flatMap((name) => {
    const sum = addOptional(first[name], second[name]);
    return sum === undefined ? [] : [[name, sum] as const];
  });
  return {
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
    ...Object.fromEntries(counts),
    ...((first.isEstimated || second.isEstimated) && { isEstimated: true }),
    ...(cost && { cost }),
  };
}

/** Unknown when one part is: half of the money would pass for all of it. */
function addCost(first: Cost | undefined, second: Cost | undefined): Cost | undefined {
  if (!first || !second) {
    return undefined;
  }
  const source = first.source === 'server' && second.source === 'server' ? 'server' : 'price';
  return { dollars: first.dollars + second.dollars, source };
}

function addOptional(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined && second === undefined ? undefined : (first ?? 0) + (second ?? 0);
}
