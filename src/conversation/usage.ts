import type { TokenUsage } from '../shared/usage';

/** What an answer cost that was made in two requests. */
export function addUsage(first: TokenUsage | undefined, second: TokenUsage): TokenUsage {
  if (!first) {
    return second;
  }
  const cachedInputTokens = addOptional(first.cachedInputTokens, second.cachedInputTokens);
  const reasoningTokens = addOptional(first.reasoningTokens, second.reasoningTokens);
  return {
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
    ...(cachedInputTokens !== undefined && { cachedInputTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
  };
}

function addOptional(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined && second === undefined ? undefined : (first ?? 0) + (second ?? 0);
}
