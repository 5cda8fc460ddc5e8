import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';
import type { UsageSums } from '../../src/shared/usage-report';
import { formatDollars } from '../format/format-money';

const count = new Intl.NumberFormat(language());

/** Stands before numbers that are estimates in part or as a whole. */
export const estimateSign = '≈';

export function formatCount(value: number): string {
  return count.format(value);
}

/** As `≈ 1,204`. */
export function formatTokens(value: number, { estimatedRequests }: UsageSums): string {
  return `${estimatedRequests > 0 && value > 0 ? `${estimateSign} ` : ''}${count.format(value)}`;
}

/** As `≈ $0.42`; with `+ ?` where a part of the money is not known, and `?` where all of it is not. */
export function formatMoney({ dollars, estimatedDollars, unpricedRequests }: UsageSums): string {
  if (unpricedRequests > 0 && dollars === 0) {
    return '?';
  }
  const about = estimatedDollars > 0 ? `${estimateSign} ` : '';
  return `${about}${formatDollars(dollars)}${unpricedRequests > 0 ? ' + ?' : ''}`;
}

/** As `12 requests`. */
export function formatRequests(requests: number): string {
  return requests === 1 ? t('1 request') : t('{0} requests', count.format(requests));
}
