import type * as vscode from 'vscode';
import type { ConversationStore } from '../../store/conversation-store';
import type { UsageLedger } from '../../usage/usage-ledger';

export interface UsageServices {
  readonly ledger: UsageLedger;
  readonly store: Pick<ConversationStore, 'list'>;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** Titles of all chats by their identifiers. */
export async function chatTitles({ store }: Pick<UsageServices, 'store'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.list()).map(({ id, title }) => [id, title]));
}
