import type { PanelState } from '../src/shared/protocol';
import type { SavedView } from './saved-view';

interface EarlyDraft {
  /** What the composer shows before the host's first snapshot. */
  readonly text: string;
  /** Whether the person typed in that time. */
  readonly typed: boolean;
  readonly saved: SavedView | undefined;
}

/**
 * The text that the composer goes on with when the first snapshot comes. The host knows best, except for what was typed
 * while the page loaded, and for what the page kept while the host forgot, as after a crash.
 */
export function draftAfterSnapshot({ text, typed, saved }: EarlyDraft, snapshot: PanelState): string {
  const forgotten = snapshot.draft.text === '' && saved?.conversationId === snapshot.conversation.id;
  return typed || forgotten ? text : snapshot.draft.text;
}
