import type { TokenUsage } from '../../shared/usage';
import { asRecord } from './json';

/** Tokens as OpenAI counts them, or undefined when the value holds no count. */
export function readUsage(value: unknown): TokenUsage | undefined {
  const usage = asRecord(value);
  const inputTokens = count(usage?.['prompt_tokens']);
  const outputTokens = count(usage?.['completion_tokens']);
  if (inputTokens === undefined && outputTokens === undefined) {
    return undefined;
  }
  const cachedInputTokens = count(asRecord(usage?.['prompt_tokens_details'])?.['cached_tokens']);
  const reasoningTokens = count(asRecord(usage?.['completion_tokens_details'])?.['reasoning_tokens']);
  return {
    inputTokens: inputTokens ?? 0,
    outputTokens: outputTokens ?? 0,
    ...(cachedInputTokens !== undefined && { cachedInputTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
  };
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
