import type { Adjustment } from '../../shared/adjustment';
import type { ModelCapabilities } from '../../shared/capabilities';
import { parseCapabilities } from '../parse-capabilities';
import { isFields } from '../parse-fields';
import type { Learned } from './learned-memory';

/** What was stored earlier, perhaps by another version; what can't be read is left out. */
export function parseLearned(value: unknown): Map<string, Learned> {
  return new Map(
    Object.entries(isFields(value) ? value : {}).flatMap(([key, entry]) =>
      isFields(entry)
        ? [
            [
              key,
              {
                adjustments: Array.isArray(entry['adjustments']) ? entry['adjustments'].filter(isAdjustment) : [],
                capabilities: parseFacts(entry['capabilities']),
                probed: parseFacts(entry['probed']),
              },
            ],
          ]
        : [],
    ),
  );
}

function parseFacts(value: unknown): ModelCapabilities {
  return parseCapabilities(value, () => undefined) ?? {};
}

function isAdjustment(value: unknown): value is Adjustment {
  return (
    isFields(value) &&
    typeof value['parameter'] === 'string' &&
    (value['type'] === 'omitted' || (value['type'] === 'renamed' && typeof value['to'] === 'string'))
  );
}
