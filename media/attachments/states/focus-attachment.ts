/**
 * Moves the focus from the button that was pressed to the attachment that it is about: a question goes away when it is
 * answered, and what has the focus must not.
 *
 * @returns whether the button stands beside an attachment
 */
export function focusAttachment({ currentTarget }: Event): boolean {
  const place = currentTarget instanceof Element ? currentTarget.closest('[data-attachment]') : null;
  place?.querySelector('button')?.focus();
  return place !== null;
}
