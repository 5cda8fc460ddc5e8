import type { TokenUsage } from '../../src/shared/usage';

const count = new Intl.NumberFormat('en');

/** `1,204 in · 356 out`. */
export function formatUsage(usage: TokenUsage): string {
  return `${count.format(usage.inputTokens)} in · ${count.format(usage.outputTokens)} out`;
}

/** The same in words, with all that the server counted: one fact a line. */
export function describeUsage(usage: TokenUsage): string {
  const cached = usage.cachedInputTokens;
  const reasoning = usage.reasoningTokens;
  return [
    `${tokens(usage.inputTokens)} sent${cached ? `, ${count.format(cached)} of them from the server's cache` : ''}`,
    `${tokens(usage.outputTokens)} received${reasoning ? `, ${count.format(reasoning)} of them reasoning` : ''}`,
  ].join('\n');
}

function tokens(value: number): string {
  return `${count.format(value)} ${value === 1 ? 'token' : 'tokens'}`;
}
