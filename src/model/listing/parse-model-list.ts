import type { ModelCapabilities } from '../../shared/capabilities';
import { mergeCapabilities } from '../capabilities/merge-capabilities';
import type { ListedModel } from '../model-listing';
import { asArray, asRecord, asText, type JsonRecord } from '../json';
import { addFacts } from './add-facts';
import { readLimits } from './read-limits';
import { readLlamaCppModel } from './read-llama-cpp';
import { readMistralModel } from './read-mistral';
import { readOpenRouterModel } from './read-open-router';
import { readTogetherModel } from './read-together';

/** More than any server lists; what is beyond them is not worth the memory. */
const mostModels = 10_000;
const longestName = 500;

/** Each takes from an entry the fields that it knows; no two read the same field in different ways. */
const readers: readonly ((entry: JsonRecord) => ModelCapabilities)[] = [
  readLimits,
  readOpenRouterModel,
  readMistralModel,
  readTogetherModel,
];

/**
 * Reads the answer to `GET /models`: OpenAI's `{ data: [{ id }] }`, a bare array (Together) or `{ models: [{ name }] }`,
 * with whatever the entries tell of the models. Identifiers are kept as the server writes them (Gemini's begin with
 * `models/`), each once, in the server's order. Returns undefined for anything else.
 */
export function parseModelList(body: unknown): readonly ListedModel[] | undefined {
  const record = asRecord(body);
  const list = [body, record?.['data'], record?.['models']].find((candidate) => Array.isArray(candidate));
  if (!list) {
    return undefined;
  }
  const models = new Map<string, ListedModel>();
  for (const model of asArray(list).slice(0, mostModels).flatMap(readModel)) {
    if (!models.has(model.id)) {
      models.set(model.id, model);
    }
  }
  // llama.cpp writes both lists, and what its model takes into the second.
  return addFacts([...models.values()], asArray(record?.['models']).flatMap(readLlamaCppEntry));
}

function readModel(value: unknown): readonly ListedModel[] {
  if (typeof value === 'string') {
    return readModel({ id: value });
  }
  const entry = asRecord(value);
  const id = asText(entry?.['id'] ?? entry?.['name']);
  if (!entry || !id || id.length > longestName) {
    return [];
  }
  const name = [entry['display_name'], entry['name']].map(asText).find((text) => text !== undefined && text !== id);
  return [
    {
      id,
      ...(name && name.length <= longestName && { name }),
      capabilities: mergeCapabilities(...readers.map((read) => read(entry))),
    },
  ];
}

function readLlamaCppEntry(value: unknown): readonly ListedModel[] {
  const entry = asRecord(value);
  const id = asText(entry?.['model']) ?? asText(entry?.['name']);
  return entry && id ? [{ id, capabilities: readLlamaCppModel(entry) }] : [];
}
