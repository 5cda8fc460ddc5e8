import { labelName } from '../label-name';
import type { Tiling } from './cut-into-tiles';

// A model reads these before the picture: short, in English, with the name by which the person speaks of it.

export function tileLabel(name: string, index: number, { rows, columns, boxes }: Omit<Tiling, 'size'>): string {
  const row = `row ${Math.floor(index / columns) + 1}`;
  const column = `column ${(index % columns) + 1}`;
  const place = columns === 1 ? row : rows === 1 ? column : `${row}, ${column}`;
  return `Part ${index + 1} of ${boxes.length} of ${labelName(name)}, ${place}:`;
}

export function frameLabel(name: string, seconds: number): string {
  return `Frame at ${formatSeconds(seconds)} s of ${labelName(name)}:`;
}

export function pageLabel(name: string, page: number): string {
  return `Page ${page} of ${labelName(name)}:`;
}

export function sheetLabel(
  name: string,
  {
    sheet,
    columns,
    times,
  }: { readonly sheet: readonly number[]; readonly columns: number; readonly times: readonly number[] | undefined },
): string {
  const order =
    columns === 1 ? 'from top to bottom' : `in rows of ${Math.min(columns, sheet.length)} from left to right`;
  return times
    ? `Frames of ${labelName(name)}, ${order}, at ${sheet.map((frame) => formatSeconds(times[frame] ?? 0)).join(', ')} s:`
    : `Pages of ${labelName(name)}, ${order}: ${sheet.map((page) => page + 1).join(', ')}.`;
}

/** As in "1.2": to a tenth, or to a hundredth where frames follow each other as fast. */
export function formatSeconds(seconds: number): string {
  return String(Number(seconds.toFixed(2)));
}
