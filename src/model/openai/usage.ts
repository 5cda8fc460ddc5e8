import type { Cost, TokenUsage } from '../../shared/usage';
import { asRecord, type JsonRecord } from '../json';

/** xAI counts money in ticks, 10^10 to the dollar (https://docs.x.ai/developers/cost-tracking). */
const ticksPerDollar = 1e10;

/**
 * Tokens and money as servers report them, by OpenAI's names and by those of the others; undefined when the value holds
 * no count. Whatever the server's way of counting, `outputTokens` contains the reasoning and `inputTokens` what was
 * cached.
 */
export function readUsage(value: unknown): TokenUsage | undefined {
  const usage = asRecord(value);
  if (!usage) {
    return undefined;
  }
  const prompt = count(usage['prompt_tokens']);
  const toldInput = prompt ?? count(usage['input_tokens']);
  const output = count(usage['completion_tokens']) ?? count(usage['output_tokens']);
  if (toldInput === undefined && output === undefined) {
    return undefined;
  }
  const total = count(usage['total_tokens']);
  const input = toldInput ?? Math.max(0, (total ?? 0) - (output ?? 0));
  const ofInput = asRecord(usage['prompt_tokens_details']) ?? asRecord(usage['input_tokens_details']);
  const ofOutput = asRecord(usage['completion_tokens_details']) ?? asRecord(usage['output_tokens_details']);
  const cacheRead = count(usage['cache_read_input_tokens']);
  // Anthropic's `input_tokens` leave out what was read from the cache or written to it. Gateways that add up a total, or
  // tell details of the input, count it in.
  const isWholeInput = prompt !== undefined || ofInput || total === input + (output ?? 0);
  const besideInput = isWholeInput ? 0 : (cacheRead ?? 0) + (count(usage['cache_creation_input_tokens']) ?? 0);
  const hidden = output === undefined ? 0 : hiddenReasoning(usage, input, output);
  const reasoningTokens =
    count(ofOutput?.['reasoning_tokens']) ?? count(usage['reasoning_tokens']) ?? (hidden > 0 ? hidden : undefined);
  const cachedInputTokens =
    count(ofInput?.['cached_tokens']) ??
    // DeepSeek, Anthropic, Moonshot
    count(usage['prompt_cache_hit_tokens']) ??
    cacheRead ??
    count(usage['cached_tokens']);
  const audioInputTokens = count(ofInput?.['audio_tokens']);
  const audioOutputTokens = count(ofOutput?.['audio_tokens']);
  const cost = readCost(usage);
  return {
    inputTokens: input + besideInput,
    outputTokens: (output ?? 0) + hidden,
    ...(cachedInputTokens !== undefined && { cachedInputTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(audioInputTokens !== undefined && { audioInputTokens }),
    ...(audioOutputTokens !== undefined && { audioOutputTokens }),
    ...(cost && { cost }),
  };
}

/** The count of a llama.cpp server (`timings`) or of Ollama's own fields, for versions that send no `usage`. */
export function readTimings(chunk: JsonRecord): TokenUsage | undefined {
  const timings = asRecord(chunk['timings']);
  const processed = count(timings?.['prompt_n']) ?? count(chunk['prompt_eval_count']);
  const outputTokens = count(timings?.['predicted_n']) ?? count(chunk['eval_count']);
  if (processed === undefined || outputTokens === undefined) {
    return undefined;
  }
  const cachedInputTokens = count(timings?.['cache_n']);
  return {
    inputTokens: processed + (cachedInputTokens ?? 0),
    outputTokens,
    ...(cachedInputTokens !== undefined && { cachedInputTokens }),
  };
}

/**
 * Reasoning that is in the total and not in the output: so count xAI, which names it
 * (`completion_tokens_details.reasoning_tokens`), and Gemini, which does not.
 */
function hiddenReasoning(usage: JsonRecord, input: number, output: number): number {
  const total = count(usage['total_tokens']);
  const rest = total === undefined ? 0 : total - input - output;
  const details = asRecord(usage['completion_tokens_details']);
  const named = count(details?.['reasoning_tokens']) ?? count(usage['reasoning_tokens']) ?? 0;
  if (rest <= 0 || (named > 0 && named !== rest)) {
    return 0;
  }
  const countsCacheApart = usage['cache_read_input_tokens'] !== undefined;
  return named === rest || !countsCacheApart ? rest : 0;
}

/** Dollars that the server itself charges: OpenRouter, Perplexity, xAI. */
function readCost(usage: JsonRecord): Cost | undefined {
  const ticks = count(usage['cost_in_usd_ticks']);
  const charged = count(usage['cost']) ?? count(asRecord(usage['cost'])?.['total_cost']);
  // With a key of one's own, OpenRouter charges its fee and the provider behind it the rest.
  const upstream =
    usage['is_byok'] === true ? count(asRecord(usage['cost_details'])?.['upstream_inference_cost']) : undefined;
  const dollars = ticks === undefined ? charged : ticks / ticksPerDollar;
  return dollars === undefined ? undefined : { dollars: dollars + (upstream ?? 0), source: 'server' };
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
