import type { AnswerMessage, Fork, Message } from '../../src/shared/conversation';

const none: ReadonlySet<string> = new Set();

/**
 * The questions at the end of a chat that nothing was answered to, by their identifiers: the request builder joins them to the
 * next one (`src/conversation/alternate-roles.ts`), for people write "try again". None while the last one is just being asked,
 * and none that has an answer in another version.
 *
 * @param forks by the message that each shows first
 */
export function goesAlong(messages: readonly Message[], forks: ReadonlyMap<string, Fork>): ReadonlySet<string> {
  const last = messages.at(-1);
  if (last?.role !== 'assistant' || last.status === 'streaming') {
    return none;
  }
  const answered = messages.findLastIndex(
    (message) => message.role === 'assistant' && (!isEmpty(message) || isAnsweredElsewhere(forks.get(message.id))),
  );
  const unanswered = messages.slice(answered + 1).filter(({ role }) => role === 'user');
  return new Set(unanswered.map(({ id }) => id));
}

/** Whether nothing of it is an answer, so far or for good. */
export function isEmpty({ text, alternatives, refusal, spoken, toolCalls }: AnswerMessage): boolean {
  return text === '' && !alternatives?.length && !refusal && !spoken && !toolCalls?.length;
}

function isAnsweredElsewhere(fork: Fork | undefined): boolean {
  return fork?.branches.some(([first]) => first?.role === 'assistant' && !isEmpty(first)) === true;
}
