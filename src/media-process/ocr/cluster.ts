import { boundsOf } from './bounds';
import type { Bounds } from './bounds';

/**
 * Puts rectangles that belong together, directly or through others, into one group. `reach` is how many pixels below an
 * item the search for its partners may stop.
 */
export function cluster<T extends Bounds>(
  items: readonly T[],
  reach: number,
  belongTogether: (first: T, second: T) => boolean,
): readonly (readonly T[])[] {
  const sorted = [...items].sort((a, b) => a.top - b.top);
  const parents = sorted.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) {
      root = parents[root] ?? root;
    }
    parents[index] = root;
    return root;
  };
  sorted.forEach((first, index) => {
    for (let other = index + 1; other < sorted.length; other += 1) {
      const second = sorted[other];
      if (second === undefined || second.top > first.bottom + reach) {
        break;
      }
      if (rootOf(index) !== rootOf(other) && belongTogether(first, second)) {
        parents[rootOf(other)] = rootOf(index);
      }
    }
  });
  const groups = Map.groupBy(sorted, (_, index) => rootOf(index));
  return [...groups.values()];
}

/** A group seen as one rectangle. */
export interface Group<T extends Bounds> extends Bounds {
  readonly parts: readonly T[];
}

export function group<T extends Bounds>(parts: readonly T[]): Group<T> {
  return { ...boundsOf(parts), parts };
}
