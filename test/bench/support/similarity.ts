/** One minus the edits (Levenshtein) per letter of what was expected, white space aside; at least 0. */
export function similarity(found: string, expected: string): number {
  const [one, other] = [found, expected].map((text) => text.replace(/\s+/g, '')) as [string, string];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.max(0, 1 - (row.at(-1) ?? 0) / Math.max(1, other.length));
}
