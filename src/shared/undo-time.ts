/** Milliseconds for which the deletion of a chat can be taken back, and for which an archived one offers the same. */
export const UNDO_MILLISECONDS = 30_000;
