import type { ModelCapabilities } from '../../shared/capabilities';
import { parseAdjustments } from '../parse-adjustments';
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
                adjustments: parseAdjustments(entry['adjustments']),
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
