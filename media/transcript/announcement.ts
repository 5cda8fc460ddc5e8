import { t } from '@vscode/l10n';
import type { AnswerMessage, ConversationState } from '../../src/shared/conversation';
import { waitReason } from '../format/failure-text';
import { formatWait } from '../format/format-wait';

/**
 * What a screen reader is told when a chat changes: that an answer began, and how it ended, never its pieces.
 *
 * @param now milliseconds since the epoch
 */
export function announcement(previous: ConversationState, current: ConversationState, now: number): string | undefined {
  const answer = current.messages.at(-1);
  if (answer?.role !== 'assistant' || previous.id !== current.id) {
    return undefined;
  }
  const before = previous.messages.find((message) => message.id === answer.id);
  const known = before?.role === 'assistant' ? before : undefined;
  if (answer.retry && answer.retry !== known?.retry) {
    const { attempt, failure, resumesAt } = answer.retry;
    return t('{0}. Attempt {1} in {2}.', waitReason(failure.kind), attempt, formatWait(resumesAt - now));
  }
  return known?.status === answer.status ? undefined : describeStatus(answer);
}

function describeStatus(answer: AnswerMessage): string {
  switch (answer.status) {
    case 'streaming':
      return t('Iris is answering');
    case 'complete':
      return t('Answer complete');
    case 'stopped':
      return t('Answer stopped');
    case 'interrupted':
      return answer.failure?.message ?? t('Answer interrupted. What came is kept.');
    case 'failed':
      return answer.failure?.message ?? t('The answer failed.');
  }
}
