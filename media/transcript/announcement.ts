import { t } from '@vscode/l10n';
import type { AnswerMessage, ConversationState } from '../../src/shared/conversation';
import { everyMessage } from '../../src/shared/forks';
import { waitReason } from '../format/failure-text';
import { formatWait } from '../format/format-wait';
import { spokenText } from './spoken-text';

/**
 * What a screen reader is told when a chat changes: that an answer began, and how it ended, never its pieces. A whole answer is
 * read from its beginning, and no further than a person listens without having gone there.
 *
 * @param now milliseconds since the epoch
 */
export function announcement(previous: ConversationState, current: ConversationState, now: number): string | undefined {
  const answer = current.messages.at(-1);
  if (answer?.role !== 'assistant' || previous.id !== current.id) {
    return undefined;
  }
  // On another way of the chat it was told already.
  const before = everyMessage(previous).find((message) => message.id === answer.id);
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
      return describeWhole(answer);
    case 'stopped':
      return t('Answer stopped');
    case 'interrupted':
      return answer.failure?.message ?? t('Answer interrupted. What came is kept.');
    case 'failed':
      return answer.failure?.message ?? t('The answer failed.');
  }
}

function describeWhole({ text, spoken }: AnswerMessage): string {
  const words = spokenText(text || (spoken?.transcript ?? ''));
  return words === '' ? t('Answer complete') : t('Answer complete. {0}', words);
}
