import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Conversation } from '../../conversation/conversation';
import type { ConversationEvent } from '../../shared/conversation-events';

export interface ProgressOptions {
  readonly conversation: Conversation;
  /** Where the answer goes, in words. */
  readonly place: string;
  readonly onCancel: () => void;
  /** Resolves when there is nothing more to show; `say` changes the message. */
  readonly work: (say: (message: string) => void) => Promise<void>;
}

/** Shows how an answer comes along, with a button that stops it. */
export async function showAnswerProgress({ conversation, place, onCancel, work }: ProgressOptions): Promise<void> {
  const title = t('Iris: answering in {0}', place);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    let shown = '';
    const say = (message: string): void => {
      if (message !== shown) {
        shown = message;
        progress.report({ message });
      }
    };
    const subscriptions = [
      token.onCancellationRequested(onCancel),
      conversation.onEvent((event) => say(messageOf(event) ?? shown)),
    ];
    try {
      await work(say);
    } finally {
      vscode.Disposable.from(...subscriptions).dispose();
    }
  });
}

function messageOf(event: ConversationEvent): string | undefined {
  if (event.type === 'answerStarted' || event.type === 'answerResumed') {
    return t('waiting for {0}', event.model.model);
  }
  if (event.type === 'retryScheduled') {
    return event.retry.failure.message;
  }
  return stages.get(event.type);
}

const stages: ReadonlyMap<ConversationEvent['type'], string> = new Map([
  ['reasoningAppended', t('thinking')],
  ['textAppended', t('writing')],
]);
