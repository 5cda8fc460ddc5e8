/**
 * Puts text in the place of a part of what is typed, as if it had been typed: the person can undo it. Setting the value would
 * forget what there is to undo.
 */
export function insertText(textbox: HTMLTextAreaElement, text: string, place: { start: number; end: number }): void {
  textbox.focus();
  textbox.setSelectionRange(place.start, place.end);
  // Called deprecated without a successor: nothing else edits a text field with its history.
  if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) {
    textbox.setRangeText(text, place.start, place.end, 'end');
    textbox.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

/** Takes a part out of what is typed; the caret stays where it is in the rest. */
export function removeText(textbox: HTMLTextAreaElement, start: number, end: number): void {
  const caret = textbox.selectionEnd;
  insertText(textbox, '', { start, end });
  if (caret > start) {
    const place = Math.max(start, caret - (end - start));
    textbox.setSelectionRange(place, place);
  }
}
