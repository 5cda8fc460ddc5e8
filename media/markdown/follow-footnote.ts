/** Brings the note of a footnote mark into view, or the first mark that names a note, and puts the focus there. */
export function followFootnote(button: HTMLElement): void {
  const { note, namedNote } = button.dataset;
  const label = note ?? namedNote;
  const name = note === undefined ? 'data-note' : 'data-named-note';
  const target = Array.from(button.closest('.markdown')?.querySelectorAll<HTMLElement>(`[${name}]`) ?? []).find(
    (other) => sameLabel(other.getAttribute(name), label),
  );
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus({ preventScroll: true });
}

/** Labels are compared as those of link references are: without regard to case. */
function sameLabel(left: string | null, right: string | undefined): boolean {
  return left?.toLowerCase() === right?.toLowerCase();
}
