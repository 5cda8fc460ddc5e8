import type { Adjustment } from '../../src/shared/adjustment';

/** How one request differed from what was asked for, in sentences: `Sent without seed: the server refused it.` */
export function describeAdjusted(adjustments: readonly Adjustment[]): string {
  const omitted = unique(adjustments.flatMap((one) => (one.type === 'omitted' ? [omittedName(one)] : [])));
  const renamed = unique(
    adjustments.flatMap((one) => (one.type === 'renamed' ? [`Sent ${one.parameter} as ${one.to}.`] : [])),
  );
  return [
    ...(omitted.length > 0 ? [`Sent without ${list(omitted)}: the server refused ${them(omitted)}.`] : []),
    ...renamed,
    `Iris remembers this.`,
  ].join(' ');
}

/** What is done about it from now on: `seed is not sent: the server refused it`. */
export function describeAdjustment(adjustment: Adjustment): string {
  if (adjustment.type === 'renamed') {
    return `${adjustment.parameter} is sent as ${adjustment.to}: the server wants it so`;
  }
  const refused = adjustment.value === undefined ? 'it' : 'this value';
  return `${omittedName(adjustment)} is not sent: the server refused ${refused}`;
}

function omittedName({ parameter, value }: Extract<Adjustment, { readonly type: 'omitted' }>): string {
  return value === undefined ? parameter : `${parameter} "${value}"`;
}

function them(names: readonly string[]): string {
  return names.length === 1 ? 'it' : 'them';
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
