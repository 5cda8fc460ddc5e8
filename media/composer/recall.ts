/** Earlier questions of a chat, walked with Up and Down from an empty composer. */
export interface Recall {
  /** Oldest first. */
  readonly questions: readonly string[];
  /** Which question is shown; `questions.length` while none is. */
  readonly position: number;
}

/**
 * @param direction -1 for the question before, 1 for the one after
 * @param current what the composer holds
 * @returns nothing when the key should move the caret instead: when there is other text, or nothing further
 */
export function recallQuestion(recall: Recall, direction: -1 | 1, current: string): Recall | undefined {
  const shown = recall.questions[recall.position] ?? '';
  const position = recall.position + direction;
  if (current !== shown || position < 0 || position > recall.questions.length) {
    return undefined;
  }
  return { ...recall, position };
}

export function recalledText(recall: Recall): string {
  return recall.questions[recall.position] ?? '';
}
