import { headerProblem } from '../shared/header-problem';
import { parseBaseUrl } from './base-url';
import type { Endpoint } from './endpoint';

export interface ParsedEndpoints {
  readonly endpoints: readonly Endpoint[];
  /** What was left out or ignored and why, in whole sentences; values are not quoted, for they may be secrets. */
  readonly problems: readonly string[];
}

/** Reads the `iris.endpoints` setting, which a person may have edited by hand. Never throws. */
export function parseEndpoints(value: unknown): ParsedEndpoints {
  if (value === undefined || value === null) {
    return { endpoints: [], problems: [] };
  }
  if (!Array.isArray(value)) {
    return { endpoints: [], problems: ['The setting must be a list of endpoints.'] };
  }
  const endpoints: Endpoint[] = [];
  const problems: string[] = [];
  for (const [index, entry] of value.entries()) {
    const endpoint = parseEndpoint(entry, `Endpoint ${index + 1}`, problems);
    if (!endpoint) {
      continue;
    }
    if (endpoints.some(({ name }) => name === endpoint.name)) {
      problems.push(`There is more than one endpoint named "${endpoint.name}"; only the first is used.`);
      continue;
    }
    endpoints.push(endpoint);
  }
  return { endpoints, problems };
}

function parseEndpoint(entry: unknown, place: string, problems: string[]): Endpoint | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    problems.push(`${place} must be an object with "name", "baseUrl" and "model".`);
    return undefined;
  }
  const property = (key: keyof Endpoint): unknown => Reflect.get(entry, key);
  const name = property('name');
  if (!isFilled(name)) {
    problems.push(`${place} has no "name".`);
    return undefined;
  }
  const called = `Endpoint "${name}"`;
  const baseUrl = property('baseUrl');
  if (!isFilled(baseUrl)) {
    problems.push(`${called} has no "baseUrl".`);
    return undefined;
  }
  const url = parseBaseUrl(baseUrl);
  if (!url.valid) {
    problems.push(`${called}: the base URL ${url.problem}.`);
    return undefined;
  }
  const model = property('model');
  if (!isFilled(model)) {
    problems.push(`${called} has no "model".`);
    return undefined;
  }
  const apiVersion = property('apiVersion');
  if (apiVersion !== undefined && !isFilled(apiVersion)) {
    problems.push(`${called}: "apiVersion" must be a text such as 2024-10-21.`);
    return undefined;
  }
  const headers = parseHeaders(property('headers'), called, problems);
  return {
    name: name.trim(),
    baseUrl: url.baseUrl,
    model: model.trim(),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(apiVersion !== undefined && { apiVersion: apiVersion.trim() }),
  };
}

function parseHeaders(value: unknown, called: string, problems: string[]): Record<string, string> {
  if (value === undefined) {
    return {};
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${called}: "headers" must be an object of names and texts; it is ignored.`);
    return {};
  }
  const headers: Record<string, string> = {};
  for (const [name, text] of Object.entries(value) as [string, unknown][]) {
    const problem = headerProblem(name, text);
    if (problem === undefined && typeof text === 'string') {
      headers[name] = text;
    } else {
      problems.push(`${called}: the header "${name}" ${problem}; it is ignored.`);
    }
  }
  return headers;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
