import type { TaskContext } from '../../task-context';
import { markdownTable, oneLine } from '../markdown';
import { childrenOf, elementsOf } from '../xml';
import type { CellReader } from './cell-reader';

/** Rows with something in them, of one sheet. */
const maxRows = 1_000;
const maxColumns = 60;

export interface Sheet {
  /** From the first to the last column that has something in it; rows without anything are not there. */
  readonly rows: readonly (readonly string[])[];
  /** As in "B2:F31"; undefined for an empty sheet. */
  readonly range: string | undefined;
  /** As in "Rows 1,001 to 54,321". */
  readonly leftOut: readonly string[];
}

/** The first rows of a sheet; the others are only counted. */
export async function readSheet(bytes: Uint8Array, cells: CellReader, context: TaskContext): Promise<Sheet> {
  const rows: { readonly number: number; readonly values: ReadonlyMap<number, string> }[] = [];
  let firstLeftOut: number | undefined;
  let last = 0;
  for await (const row of elementsOf(bytes, ['row'], context)) {
    const number = Number(row.attributes['r'] ?? last + 1);
    if (rows.length >= maxRows) {
      if (childrenOf(row, 'c').length > 0) {
        firstLeftOut ??= number;
        last = number;
      }
      continue;
    }
    last = number;
    const values = cells.row(row);
    if (values.size > 0) {
      rows.push({ number, values });
    }
  }
  const columns = rows.flatMap(({ values }) => [...values.keys()]);
  const first = columns.reduce((least, column) => Math.min(least, column), Number.MAX_SAFE_INTEGER);
  const lastColumn = columns.reduce((most, column) => Math.max(most, column), 0);
  const shown = Math.min(lastColumn, first + maxColumns - 1);
  const [top, bottom] = [rows.at(0)?.number, rows.at(-1)?.number];
  return {
    rows: rows.map(({ values }) =>
      Array.from({ length: shown - first + 1 }, (_, index) => values.get(first + index) ?? ''),
    ),
    range: top === undefined ? undefined : `${columnName(first)}${top}:${columnName(shown)}${bottom}`,
    leftOut: [
      ...(firstLeftOut === undefined ? [] : [`Rows ${count(firstLeftOut)} to ${count(last)}`]),
      ...(shown < lastColumn ? [`Columns ${columnName(shown + 1)} to ${columnName(lastColumn)}`] : []),
    ],
  };
}

export function describeSheet(name: string, sheet: Sheet, { isHidden }: { readonly isHidden: boolean }): string {
  const heading = `## Sheet "${oneLine(name)}"${isHidden ? ' (hidden)' : ''}`;
  if (sheet.range === undefined) {
    return `${heading}\n\nIt is empty.`;
  }
  const leftOut = sheet.leftOut.map((what) => `\n\n[${what} are left out here.]`).join('');
  return `${heading}\n\nCells ${sheet.range}:\n\n${markdownTable(sheet.rows)}${leftOut}`;
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
