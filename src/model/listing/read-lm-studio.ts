import type { ModelCapabilities } from '../../shared/capabilities';
import { asArray, asRecord, asText, type JsonRecord } from '../json';
import { asCount, asFlag, asTexts, defined } from './read-fields';
import type { ListedModel } from '../model-listing';

/** It refuses WebP (https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/1120). */
const images = { formats: ['image/png', 'image/jpeg'] };

/**
 * LM Studio's own lists: `GET /api/v1/models` (https://lmstudio.ai/docs/developer/rest/list) and its predecessor
 * `GET /api/v0/models` (https://lmstudio.ai/docs/developer/rest/endpoints). Undefined for any other answer.
 */
export function parseLmStudioModels(body: unknown): readonly ListedModel[] | undefined {
  const record = asRecord(body);
  const list = record && (Array.isArray(record['models']) ? record['models'] : record['data']);
  const models = asArray(list).flatMap(readModel);
  // Another server's list at the same path has no such types.
  return models.length > 0 ? models : undefined;
}

const types: readonly unknown[] = ['llm', 'vlm', 'embedding', 'embeddings'];

function readModel(value: unknown): readonly ListedModel[] {
  const entry = asRecord(value);
  const id = asText(entry?.['key']) ?? asText(entry?.['id']);
  const name = asText(entry?.['display_name']);
  return entry && id && types.includes(entry['type'])
    ? [{ id, ...(name && { name }), capabilities: readCapabilities(entry) }]
    : [];
}

function readCapabilities(entry: JsonRecord): ModelCapabilities {
  const { type } = entry;
  if (type === 'embedding' || type === 'embeddings') {
    return { output: { text: false } };
  }
  const flags = asRecord(entry['capabilities']);
  const sees = asFlag(flags?.['vision']) ?? (type === 'vlm' ? true : type === 'llm' ? false : undefined);
  // Others can call tools too, through a prompt that LM Studio adds; these were trained for it.
  const callsTools = flags?.['trained_for_tool_use'] === true || asTexts(entry['capabilities']).includes('tool_use');
  const loaded = asRecord(asRecord(asArray(entry['loaded_instances'])[0])?.['config']);
  return defined({
    input: sees === undefined ? undefined : { image: sees },
    images: sees ? images : undefined,
    tools: callsTools || undefined,
    reasoning: flags?.['reasoning'] === undefined ? undefined : Boolean(flags['reasoning']),
    contextTokens:
      asCount(loaded?.['context_length']) ??
      asCount(entry['loaded_context_length']) ??
      asCount(entry['max_context_length']),
  });
}
