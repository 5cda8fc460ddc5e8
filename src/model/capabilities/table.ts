import type { ModelCapabilities } from '../../shared/capabilities';
import { findInTable } from './find-in-table';
import table from './table.json';

/** What the table that ships with Iris tells of a model; its sources and their dates are in table.json. */
export function lookUpCapabilities(place: {
  readonly baseUrl: string;
  readonly model: string;
}): ModelCapabilities | undefined {
  return findInTable(table, place);
}
