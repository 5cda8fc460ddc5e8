/** The ids with one moved to another place; the same list when that place does not exist. */
export function moveTo(ids: readonly string[], id: string, index: number): readonly string[] {
  const from = ids.indexOf(id);
  if (from < 0 || index < 0 || index >= ids.length || index === from) {
    return ids;
  }
  return ids.toSpliced(from, 1).toSpliced(index, 0, id);
}
