import { heightOf, median } from './bounds';
import type { Bounds } from './bounds';

/** Width of an empty strip that separates columns, in line heights; narrower ones are indentation. */
const MIN_COLUMN_GAP = 1.5;

/**
 * Orders rectangles as a person reads them: the page is cut at its widest empty strip, across or down, and each half
 * likewise. Columns are thus read one after the other, and what spans them before or after.
 */
export function readingOrder<T extends Bounds>(items: readonly T[]): readonly T[] {
  if (items.length < 2) {
    return items;
  }
  const across = widestGap(items, 'top', 'bottom');
  const columns = widestGap(items, 'left', 'right');
  const down = columns.width >= MIN_COLUMN_GAP * median(items.map(heightOf)) ? columns : noGap;
  if (across.width === 0 && down.width === 0) {
    return items.toSorted((a, b) => a.top - b.top || a.left - b.left);
  }
  const [start, position] = across.width >= down.width ? (['top', across.end] as const) : (['left', down.end] as const);
  return [
    ...readingOrder(items.filter((item) => item[start] < position)),
    ...readingOrder(items.filter((item) => item[start] >= position)),
  ];
}

interface Gap {
  readonly width: number;
  /** Where the items after the gap begin. */
  readonly end: number;
}

const noGap: Gap = { width: 0, end: 0 };

function widestGap(items: readonly Bounds[], start: 'top' | 'left', end: 'bottom' | 'right'): Gap {
  let widest = noGap;
  let reached = Number.POSITIVE_INFINITY;
  for (const item of items.toSorted((a, b) => a[start] - b[start])) {
    if (item[start] - reached > widest.width) {
      widest = { width: item[start] - reached, end: item[start] };
    }
    reached = reached === Number.POSITIVE_INFINITY ? item[end] : Math.max(reached, item[end]);
  }
  return widest;
}
