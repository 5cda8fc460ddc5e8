import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';
import type { TokenUsage } from '../../src/shared/usage';
import { formatDollars } from './format-money';

const count = new Intl.NumberFormat(language());

/** `1,204 in · 356 out · $0.0042`; with `≈` where the numbers are estimates. */
export function formatUsage(usage: TokenUsage): string {
  const about = usage.isEstimated ? '≈ ' : '';
  const tokens = t('{0} in · {1} out', `${about}${count.format(usage.inputTokens)}`, count.format(usage.outputTokens));
  return usage.cost ? `${tokens} · ${about}${formatDollars(usage.cost.dollars)}` : tokens;
}

/** The same in words, with all that is known of it: one fact a line. */
export function describeUsage(usage: TokenUsage): string {
  return [
    usage.isEstimated && t('The server counted nothing: these are estimates.'),
    facts(
      t('{0} sent', tokens(usage.inputTokens)),
      usage.cachedInputTokens && t("{0} of them from the server's cache", count.format(usage.cachedInputTokens)),
      usage.audioInputTokens && t('{0} of them sound', count.format(usage.audioInputTokens)),
    ),
    facts(
      t('{0} received', tokens(usage.outputTokens)),
      usage.reasoningTokens && t('{0} of them reasoning', count.format(usage.reasoningTokens)),
      usage.audioOutputTokens && t('{0} of them sound', count.format(usage.audioOutputTokens)),
    ),
    usage.cost && describeCost(usage.cost),
  ]
    .filter((line) => line !== undefined && line !== false)
    .join('\n');
}

function describeCost({ dollars, source }: NonNullable<TokenUsage['cost']>): string {
  return source === 'server'
    ? t('{0} says the server', formatDollars(dollars))
    : t("{0} by the model's price for these tokens", formatDollars(dollars));
}

/** Without those that are nothing. */
function facts(...list: readonly (string | number | undefined)[]): string {
  return list.filter(Boolean).join(', ');
}

/** `1 token`, `1,204 tokens`. */
export function tokens(value: number): string {
  return value === 1 ? t('1 token') : t('{0} tokens', count.format(value));
}
