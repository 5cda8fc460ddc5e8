import { t } from '@vscode/l10n';
import type { ModelPrice } from '../../shared/capabilities';

/** A price in one line: "$2.50 in · $10 out per 1M". */
export function formatPrice({ input, output, request = 0, image = 0 }: ModelPrice): string {
  if (input === 0 && output === 0 && request === 0 && image === 0) {
    return t('free');
  }
  return [
    t('{0} in', dollars(input)),
    t('{0} out per 1M', dollars(output)),
    ...(request > 0 ? [t('{0} a request', dollars(request))] : []),
    ...(image > 0 ? [t('{0} an image', dollars(image))] : []),
  ].join(' · ');
}

/** Whole dollars without cents, cents with two digits, less with as many as tell something. */
function dollars(amount: number): string {
  if (Number.isInteger(amount)) {
    return `$${amount}`;
  }
  const inCents = amount.toFixed(2);
  return `$${Math.abs(Number(inCents) - amount) < 1e-9 ? inCents : String(Number(amount.toPrecision(3)))}`;
}
