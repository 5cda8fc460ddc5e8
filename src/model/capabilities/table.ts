import type { ModelCapabilities } from '../../shared/capabilities';
import { findInTable } from './find-in-table';
import table from './table.json';

/** When the newest of the table's sources was published: `2026-11-10`. */
export const tableDate = table.sources
  .map(({ date }) => date)
  .reduce((newest, date) => (date > newest ? date : newest));

/** What the table that ships with Iris tells of a model; its sources and their dates are in table.json. */
export function lookUpCapabilities(place: {
  readonly baseUrl: string;
  readonly model: string;
}): ModelCapabilities | undefined {
  return findInTable(table, place);
}
