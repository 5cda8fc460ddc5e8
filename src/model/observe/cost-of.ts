import type { ModelPrice } from '../../shared/capabilities';
import type { Cost, TokenUsage } from '../../shared/usage';

/** What one request costs by a price list. Tokens of a kind that has no price of its own cost as much as all others. */
export function costOf(usage: TokenUsage, price: ModelPrice, images: number): Cost {
  const { inputTokens, outputTokens, cachedInputTokens = 0, audioInputTokens = 0, audioOutputTokens = 0 } = usage;
  // Sound may be cached too: no token is paid for twice, and none less than nothing.
  const plainInput = Math.max(0, inputTokens - cachedInputTokens - audioInputTokens);
  const plainOutput = Math.max(0, outputTokens - audioOutputTokens);
  const perMillion =
    plainInput * price.input +
    cachedInputTokens * (price.cachedInput ?? price.input) +
    audioInputTokens * (price.audioInput ?? price.input) +
    plainOutput * price.output +
    audioOutputTokens * (price.audioOutput ?? price.output);
  const dollars = perMillion / 1_000_000 + (price.request ?? 0) + images * (price.image ?? 0);
  return { dollars, source: 'price' };
}
