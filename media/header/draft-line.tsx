import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { draftBeginning } from '../../src/shared/draft-beginning';
import type { ConversationSummary } from '../../src/shared/conversation';
import type { PanelState } from '../../src/shared/protocol';

/** The beginning of what was not sent in a chat of the list. What the page itself holds is newer than the list. */
export function draftOf({ id, draft }: ConversationSummary, state: PanelState): string | undefined {
  return id === state.conversation.id ? ownDraft(state) : draft;
}

/** The same of the new chat, which is in no list before something was asked in it. */
export function draftOfNewChat(state: PanelState): string | undefined {
  return isNewChat(state) ? ownDraft(state) : state.newChatDraft;
}

/** Whether the chat that is shown is one in which nothing was asked yet. */
export function isNewChat({ conversation }: PanelState): boolean {
  return conversation.createdAt === 0 && conversation.messages.length === 0;
}

function ownDraft({ draft }: PanelState): string | undefined {
  return draftBeginning(draft.text, draft.tray.length);
}

/** Says that a chat holds a question that was not sent, with its first words. */
export function DraftLine({ words }: { readonly words: string }): JSX.Element {
  return (
    <span class="chat-draft" dir="auto">
      {words === '' ? t('Draft') : t('Draft: {0}', words)}
    </span>
  );
}
