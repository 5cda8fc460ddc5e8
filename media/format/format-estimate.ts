import type { PartsEstimate } from '../../src/shared/attachment/tray-item';
import { formatDollars } from './format-money';
import { tokens } from './format-usage';

/** `≈ 1,105 tokens`, and `≈ $0.0028` where a price is known: each by itself, for lines that break. */
export function formatEstimate(estimate: Pick<PartsEstimate, 'tokens' | 'dollars'>): readonly string[] {
  const { dollars } = estimate;
  return [`≈ ${tokens(estimate.tokens)}`, ...(dollars === undefined ? [] : [`≈ ${formatDollars(dollars)}`])];
}
