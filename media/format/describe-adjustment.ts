import { t } from '@vscode/l10n';
import type { Adjustment } from '../../src/shared/adjustment';
import { listOf } from '../../src/shared/list-of';

/** How one request differed from what was asked for, in sentences: `Sent without seed: the server refused it.` */
export function describeAdjusted(adjustments: readonly Adjustment[]): string {
  const omitted = unique(adjustments.flatMap((one) => (one.type === 'omitted' ? [omittedName(one)] : [])));
  const renamed = unique(
    adjustments.flatMap((one) => (one.type === 'renamed' ? [t('Sent {0} as {1}.', one.parameter, one.to)] : [])),
  );
  return [...(omitted.length > 0 ? [withoutSentence(omitted)] : []), ...renamed, t('Iris remembers this.')].join(' ');
}

/** What is done about it from now on: `seed is not sent: the server refused it.` */
export function describeAdjustment(adjustment: Adjustment): string {
  if (adjustment.type === 'renamed') {
    return t('{0} is sent as {1}: the server wants it so.', adjustment.parameter, adjustment.to);
  }
  return adjustment.value === undefined
    ? t('{0} is not sent: the server refused it.', omittedName(adjustment))
    : t('{0} is not sent: the server refused this value.', omittedName(adjustment));
}

function omittedName({ parameter, value }: Extract<Adjustment, { readonly type: 'omitted' }>): string {
  return value === undefined ? parameter : `${parameter} "${value}"`;
}

function withoutSentence(omitted: readonly string[]): string {
  return omitted.length === 1
    ? t('Sent without {0}: the server refused it.', listOf(omitted))
    : t('Sent without {0}: the server refused them.', listOf(omitted));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
