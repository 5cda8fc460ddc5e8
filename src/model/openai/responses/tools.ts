import type { JsonObject } from '../../../shared/parameters';
import { asArray, asRecord } from '../../json';

/**
 * A tool, or a choice of tools, of chat completions as the Responses API wants it: what lies in a field named like its
 * type lies flat there. Built-in tools such as `file_search` have no such field and stay as they are.
 */
function flatTool(tool: JsonObject): JsonObject {
  const { type, ...others } = tool;
  const inner = typeof type === 'string' ? asRecord(tool[type]) : undefined;
  if (typeof type !== 'string' || !inner) {
    return tool;
  }
  const { [type]: _, ...beside } = others;
  return { type, ...beside, ...inner };
}

/** A function that may be called. */
export function flatFunction(tool: JsonObject): JsonObject {
  const flat = flatTool(tool);
  if (flat['type'] !== 'function') {
    return flat;
  }
  // Here functions are strict unless told otherwise; in chat completions they are not.
  return { ...flat, parameters: flat['parameters'] ?? null, strict: flat['strict'] ?? false };
}

export function flatToolChoice(choice: string | JsonObject): string | JsonObject {
  if (typeof choice === 'string') {
    return choice;
  }
  const flat = flatTool(choice);
  const tools = flat['tools'];
  return Array.isArray(tools) ? { ...flat, tools: asArray(tools).map((tool) => flatTool(asRecord(tool) ?? {})) } : flat;
}

/** Search of the web is an option of a chat completion, and a tool here. */
export function webSearchTool({ user_location: location, ...options }: JsonObject): JsonObject {
  const place = asRecord(location);
  return { type: 'web_search', ...options, ...(place && { user_location: flatTool(place) }) };
}
