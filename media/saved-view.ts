/** What VS Code keeps of the panel while it is hidden or reloads, so that it comes back as it was left. */
export interface SavedView {
  /** The host's name for this panel, by which it finds what was attached. */
  readonly panelId: string;
  readonly conversationId: string;
  /** Typed and not sent. */
  readonly draftText: string;
  readonly scroll: ScrollPosition;
  /** Of questions that are being edited, by the identifiers of their messages. */
  readonly questionEdits?: Readonly<Record<string, string>>;
}

/** A place in the transcript that survives other line breaks: relative to a message, or its end. */
export type ScrollPosition =
  | { readonly type: 'end' }
  /** `offset`: pixels from the top of what is visible to the top of the message. */
  | { readonly type: 'message'; readonly messageId: string; readonly offset: number };

export function isSavedView(value: unknown): value is SavedView {
  return (
    typeof value === 'object' &&
    value !== null &&
    'conversationId' in value &&
    typeof value.conversationId === 'string' &&
    'draftText' in value &&
    typeof value.draftText === 'string' &&
    'scroll' in value &&
    typeof value.scroll === 'object' &&
    value.scroll !== null &&
    'type' in value.scroll &&
    (!('questionEdits' in value) || areTexts(value.questionEdits))
  );
}

function areTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
