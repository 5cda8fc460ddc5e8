import type { ListedModel } from '../model-listing';
import { asArray, asRecord, asText, parseJson } from '../json';
import { parseAdjustments } from '../parse-adjustments';
import { parseCapabilities } from '../parse-capabilities';
import type { StoredList } from './list-memory';

/** Reads a file that `ListMemory` wrote, perhaps in another version; undefined when it is none. */
export function parseStoredList(text: string): StoredList | undefined {
  const record = asRecord(parseJson(text));
  const listedAt = record?.['listedAt'];
  return record && typeof listedAt === 'number' && Array.isArray(record['models'])
    ? { listedAt, models: asArray(record['models']).flatMap(readModel) }
    : undefined;
}

function readModel(value: unknown): readonly ListedModel[] {
  const entry = asRecord(value);
  const id = asText(entry?.['id']);
  const name = asText(entry?.['name']);
  const capabilities = parseCapabilities(entry?.['capabilities'], () => undefined) ?? {};
  const adjustments = parseAdjustments(entry?.['adjustments']);
  return id ? [{ id, ...(name && { name }), capabilities, ...(adjustments.length > 0 && { adjustments }) }] : [];
}
