/**
 * Like `Promise.all` of a map, with at most so many of the calls under way at a time. Throws what the first of them throws;
 * the others go on.
 */
export async function mapBounded<T, Result>(
  items: readonly T[],
  most: number,
  call: (item: T) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  // Shared: each caller takes what is next.
  const left = items.entries();
  const callOneByOne = async (): Promise<void> => {
    for (const [index, item] of left) {
      results[index] = await call(item);
    }
  };
  await Promise.all(Array.from({ length: most }, callOneByOne));
  return results;
}
