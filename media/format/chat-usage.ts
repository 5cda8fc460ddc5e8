import { t } from '@vscode/l10n';
import type { Message } from '../../src/shared/conversation';
import { language } from '../../src/shared/language';
import { formatDollars } from './format-money';
import { tokens } from './format-usage';

/** Tokens and money of all answers of a chat. */
export interface ChatUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Absent where no answer's cost is known. */
  readonly dollars?: number;
  /** How many answers have tokens but no known cost. */
  readonly unpriced: number;
  readonly isEstimated: boolean;
}

/**
 * @param messages all that were ever paid for: with those of ways that the chat does not go any more
 * @returns nothing where no answer was counted
 */
export function chatUsage(messages: readonly Message[]): ChatUsage | undefined {
  const counted = messages.flatMap((message) => (message.role === 'assistant' && message.usage ? [message.usage] : []));
  const costs = counted.flatMap(({ cost }) => (cost ? [cost.dollars] : []));
  return counted.length === 0
    ? undefined
    : {
        inputTokens: sum(counted.map((usage) => usage.inputTokens)),
        outputTokens: sum(counted.map((usage) => usage.outputTokens)),
        ...(costs.length > 0 && { dollars: sum(costs) }),
        unpriced: counted.length - costs.length,
        isEstimated: counted.some((usage) => usage.isEstimated),
      };
}

const short = new Intl.NumberFormat(language(), { notation: 'compact', maximumFractionDigits: 1 });

/** Money where it is known, else tokens: `$0.042`, `≈ 12.4K tokens`. */
export function formatChatUsage(usage: ChatUsage): string {
  const about = usage.isEstimated ? '≈ ' : '';
  return usage.dollars === undefined
    ? t('{0} tokens', `${about}${short.format(usage.inputTokens + usage.outputTokens)}`)
    : `${about}${formatDollars(usage.dollars)}`;
}

/** One fact a line. */
export function describeChatUsage(usage: ChatUsage): string {
  return [
    t('This chat: {0} sent, {1} received', tokens(usage.inputTokens), tokens(usage.outputTokens)),
    usage.dollars !== undefined &&
      (usage.isEstimated ? t('About {0}', formatDollars(usage.dollars)) : formatDollars(usage.dollars)),
    usage.dollars !== undefined && usage.unpriced > 0 && withoutPrice(usage.unpriced),
    usage.isEstimated && t('Some of it is estimated.'),
  ]
    .filter((line) => line !== false)
    .join('\n');
}

function withoutPrice(answers: number): string {
  return answers === 1
    ? t('Without one answer whose price is not known')
    : t('Without {0} answers whose price is not known', answers);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
