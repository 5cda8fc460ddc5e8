import type { JsonObject } from './parameters';

const deepest = 100;

/** Whether a value survives being written as JSON and read again, apart from properties that are undefined. */
export function isJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'object' && value !== null) {
    // The depth also ends what refers to itself.
    return depth < deepest && Object.values(value).every((item) => item === undefined || isJson(item, depth + 1));
  }
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** Whether a value is an object with names and values, and no list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
