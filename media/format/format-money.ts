const cents = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const fractions = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 });

/** `$12.40`, `$0.042`, `$0.0042`, `under $0.0001`. */
export function formatDollars(dollars: number): string {
  if (dollars === 0) {
    return '$0';
  }
  if (dollars < 0.0001) {
    return 'under $0.0001';
  }
  return dollars >= 0.0995 ? cents.format(dollars) : fractions.format(dollars);
}
