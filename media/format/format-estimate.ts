import type { PartsEstimate } from '../../src/shared/attachment/tray-item';
import { formatDollars } from './format-money';
import { tokens } from './format-usage';

/**
 * `≈ 1,105 tokens · $0.0028`, without the money where no price is known. Undefined where no tokens are counted: by the
 * built-in reader.
 */
export function formatEstimate(estimate: Pick<PartsEstimate, 'tokens' | 'dollars'>): string | undefined {
  const { dollars } = estimate;
  if (estimate.tokens === 0) {
    return undefined;
  }
  const counted = `≈ ${tokens(estimate.tokens)}`;
  return dollars === undefined ? counted : `${counted} · ${formatDollars(dollars)}`;
}
