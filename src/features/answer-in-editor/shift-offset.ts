/** One change of a document's text, as editors report it: offsets count UTF-16 units before the change. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where a position is after other changes. Text that is put exactly at the position comes after it, so that two
 * writers at one place do not mix.
 */
export function shiftOffset(offset: number, changes: readonly TextChange[]): number {
  // Offsets of one event all count in the text before it: a change only shifts what lies behind it.
  let shifted = offset;
  for (const change of changes) {
    const end = change.rangeOffset + change.rangeLength;
    if (change.rangeOffset >= offset) {
      continue;
    }
    shifted +=
      end <= offset ? change.text.length - change.rangeLength : change.rangeOffset + change.text.length - offset;
  }
  return shifted;
}
