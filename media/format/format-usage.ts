import type { TokenUsage } from '../../src/shared/usage';
import { formatDollars } from './format-money';

const count = new Intl.NumberFormat('en');

/** `1,204 in · 356 out · $0.0042`; with `≈` where the numbers are estimates. */
export function formatUsage(usage: TokenUsage): string {
  const about = usage.isEstimated ? '≈ ' : '';
  const tokens = `${about}${count.format(usage.inputTokens)} in · ${count.format(usage.outputTokens)} out`;
  return usage.cost ? `${tokens} · ${about}${formatDollars(usage.cost.dollars)}` : tokens;
}

/** The same in words, with all that is known of it: one fact a line. */
export function describeUsage(usage: TokenUsage): string {
  return [
    usage.isEstimated && 'The server counted nothing: these are estimates.',
    `${tokens(usage.inputTokens)} sent${parts([
      [usage.cachedInputTokens, "from the server's cache"],
      [usage.audioInputTokens, 'sound'],
    ])}`,
    `${tokens(usage.outputTokens)} received${parts([
      [usage.reasoningTokens, 'reasoning'],
      [usage.audioOutputTokens, 'sound'],
    ])}`,
    usage.cost && `${formatDollars(usage.cost.dollars)} ${costSources[usage.cost.source]}`,
  ]
    .filter((line) => line !== undefined && line !== false)
    .join('\n');
}

const costSources = {
  server: 'says the server',
  price: "by the model's price for these tokens",
} as const;

function parts(list: readonly (readonly [number | undefined, string])[]): string {
  return list.map(([value, what]) => (value ? `, ${count.format(value)} of them ${what}` : '')).join('');
}

/** `1 token`, `1,204 tokens`. */
export function tokens(value: number): string {
  return `${count.format(value)} ${value === 1 ? 'token' : 'tokens'}`;
}
