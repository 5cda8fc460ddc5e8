import type { Adjustment } from '../shared/adjustment';

/** What is known, and this: what was found last of a parameter, or of one of its values, is what holds for it. */
export function addAdjustment(known: readonly Adjustment[], adjustment: Adjustment): readonly Adjustment[] {
  return [...known.filter((other) => !replaces(adjustment, other)), adjustment];
}

/** Whether both are about the same parameter, and about the same value of it where they are about one. */
export function isSameRefusal(one: Adjustment, other: Adjustment): boolean {
  return one.parameter === other.parameter && valueOf(one) === valueOf(other);
}

function replaces(newer: Adjustment, older: Adjustment): boolean {
  return isSameRefusal(newer, older) || (newer.parameter === older.parameter && isOmittedAltogether(newer));
}

function isOmittedAltogether(adjustment: Adjustment): boolean {
  return adjustment.type === 'omitted' && adjustment.value === undefined;
}

function valueOf(adjustment: Adjustment): string | undefined {
  return adjustment.type === 'omitted' ? adjustment.value : undefined;
}
