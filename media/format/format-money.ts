import { t } from '@vscode/l10n';
import { language } from '../../src/shared/language';

const cents = new Intl.NumberFormat(language(), { style: 'currency', currency: 'USD' });
const whole = new Intl.NumberFormat(language(), { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const fractions = new Intl.NumberFormat(language(), {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 2,
});

/** `$12.40`, `$0.042`, `$0.0042`, `under $0.0001`. */
export function formatDollars(dollars: number): string {
  if (dollars === 0) {
    return whole.format(0);
  }
  if (dollars < 0.0001) {
    return t('under {0}', fractions.format(0.0001));
  }
  return dollars >= 0.0995 ? cents.format(dollars) : fractions.format(dollars);
}
