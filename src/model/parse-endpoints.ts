import { t } from '@vscode/l10n';
import type { Endpoint } from './endpoint';
import { parseEndpoint } from './parse-endpoint';

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
    return { endpoints: [], problems: [t('The setting must be a list of endpoints.')] };
  }
  const endpoints: Endpoint[] = [];
  const problems: string[] = [];
  for (const [index, entry] of value.entries()) {
    const endpoint = parseEndpoint(entry, t('Endpoint {0}', index + 1), (problem) => problems.push(problem));
    if (!endpoint) {
      continue;
    }
    if (endpoints.some(({ name }) => name === endpoint.name)) {
      problems.push(t('There is more than one endpoint named "{0}"; only the first is used.', endpoint.name));
      continue;
    }
    endpoints.push(endpoint);
  }
  return { endpoints, problems };
}
