import type { ListedModel } from '../model-listing';
import { asRecord, asText, type JsonRecord } from '../json';
import { asCount, asFlag, asTexts, defined } from './read-fields';

/** Gemini's own `GET /v1beta/models` (https://ai.google.dev/api/models). Undefined for any other answer. */
export function parseGeminiModels(body: unknown): readonly ListedModel[] | undefined {
  const list = asRecord(body)?.['models'];
  return Array.isArray(list) ? list.flatMap(readModel) : undefined;
}

function readModel(value: unknown): readonly ListedModel[] {
  const entry = asRecord(value);
  const id = asText(entry?.['name']);
  const name = asText(entry?.['displayName']);
  return entry && id ? [{ id, ...(name && { name }), capabilities: readCapabilities(entry) }] : [];
}

function readCapabilities(entry: JsonRecord): ListedModel['capabilities'] {
  const methods = asTexts(entry['supportedGenerationMethods']);
  return defined({
    output: methods.length === 0 || methods.includes('generateContent') ? undefined : { text: false },
    reasoning: asFlag(entry['thinking']),
    contextTokens: asCount(entry['inputTokenLimit']),
    maxOutputTokens: asCount(entry['outputTokenLimit']),
  });
}
