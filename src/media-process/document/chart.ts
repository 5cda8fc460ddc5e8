import type { TaskContext } from '../task-context';
import { markdownTable, oneLine } from './markdown';
import { childOf, childrenOf, descendantsOf, elementOf, textOf, type XmlElement } from './xml';

/** Points of a series that are read. */
const maxPoints = 500;

/** The numbers that a chart shows, as a table: its drawing is in no file, but the values that were drawn last are. */
export async function readChart(bytes: Uint8Array, context: TaskContext): Promise<string> {
  const chart = await elementOf(bytes, 'chart', context);
  const series = descendantsOf(chart, 'ser');
  const title = oneLine(descendantsOf(childOf(chart, 'title'), 't').map(textOf).join(' '));
  const columns = series.map((one) => ({
    name: values(childOf(one, 'tx')).at(0) ?? 'Value',
    points: values(childOf(one, 'val') ?? childOf(one, 'yVal')),
  }));
  if (columns.every(({ points }) => points.length === 0)) {
    return '';
  }
  const labels = series
    .map((one) => values(childOf(one, 'cat') ?? childOf(one, 'xVal')))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), []);
  const length = Math.min(maxPoints, Math.max(labels.length, ...columns.map(({ points }) => points.length)));
  const rows = Array.from({ length }, (_, index) => [
    labels[index] ?? String(index + 1),
    ...columns.map(({ points }) => points[index] ?? ''),
  ]);
  const table = markdownTable([['', ...columns.map(({ name }) => name)], ...rows]);
  return `Chart${title === '' ? '' : ` "${title}"`}:\n\n${table}`;
}

/** Labels of several levels have their innermost first. */
const caches = ['strCache', 'numCache', 'strLit', 'numLit', 'lvl'];

/** The cached values of a reference, by their indexes. */
function values(reference: XmlElement | undefined): readonly string[] {
  const cache = caches.flatMap((name) => descendantsOf(reference, name))[0];
  const found: string[] = [];
  for (const point of childrenOf(cache, 'pt')) {
    const index = Number(point.attributes['idx']);
    if (index >= 0 && index < maxPoints) {
      found[index] = oneLine(textOf(childOf(point, 'v')));
    }
  }
  return Array.from(found, (value) => value ?? '');
}
