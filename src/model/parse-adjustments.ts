import type { Adjustment } from '../shared/adjustment';
import { isFields } from './parse-fields';

/** What was stored earlier, perhaps by another version; what can't be read is left out. */
export function parseAdjustments(value: unknown): readonly Adjustment[] {
  return Array.isArray(value) ? value.filter(isAdjustment) : [];
}

function isAdjustment(value: unknown): value is Adjustment {
  return (
    isFields(value) &&
    typeof value['parameter'] === 'string' &&
    ((value['type'] === 'omitted' && ['undefined', 'string'].includes(typeof value['value'])) ||
      (value['type'] === 'renamed' && typeof value['to'] === 'string'))
  );
}
