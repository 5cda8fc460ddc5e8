import type { TaskContext } from '../../task-context';
import { markdownTable, oneLine } from '../markdown';
import { elementsOf } from '../xml';
import type { CellReader } from './cell-reader';

/** Rows with something in them, of one sheet. */
const maxRows = 1_000;
const maxColumns = 60;
/** Of a sheet, in which its last row begins. */
const endBytes = 1024 * 1024;

export interface Sheet {
  /** From the first to the last column that has something in it; rows without anything are not there. */
  readonly rows: readonly (readonly string[])[];
  /** As in "B2:F31"; undefined for an empty sheet. */
  readonly range: string | undefined;
  /** As in "Rows 1,001 to 54,321". */
  readonly leftOut: readonly string[];
}

/** The first rows of a sheet; of the others only the last one's number is told. */
export async function readSheet(bytes: Uint8Array, cells: CellReader, context: TaskContext): Promise<Sheet> {
  const rows: { readonly number: number; readonly values: ReadonlyMap<number, string> }[] = [];
  let firstLeftOut: number | undefined;
  let last = 0;
  for await (const row of elementsOf(bytes, ['row'], context)) {
    last = Number(row.attributes['r'] ?? last + 1);
    const values = cells.row(row);
    if (values.size > 0 && rows.length >= maxRows) {
      firstLeftOut = last;
      break;
    }
    if (values.size > 0) {
      rows.push({ number: last, values });
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
      ...(firstLeftOut === undefined ? [] : [`Rows ${count(firstLeftOut)} to ${count(lastRow(bytes) ?? last)}`]),
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

/** The number of the last row, found from the end: reading a million rows only to count them would take a minute. */
function lastRow(bytes: Uint8Array): number | undefined {
  const end = Buffer.from(bytes.subarray(-endBytes)).toString('latin1');
  const numbers = Array.from(end.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"/g), ([, number]) => Number(number));
  return numbers.at(-1);
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
