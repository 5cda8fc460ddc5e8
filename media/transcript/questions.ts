import { createContext } from 'preact';
import { useRef } from 'preact/hooks';
import type { Message, UserMessage } from '../../src/shared/conversation';

/** The questions of the chat by their identifiers, for answers that speak of them. */
export const Questions = createContext<ReadonlyMap<string, UserMessage>>(new Map());

/** The same map while no question changes: answers that grow render nothing anew. */
export function useQuestions(messages: readonly Message[]): ReadonlyMap<string, UserMessage> {
  const known = useRef<ReadonlyMap<string, UserMessage>>(new Map());
  const asked = messages.filter((message) => message.role === 'user');
  const isSame =
    asked.length === known.current.size && asked.every((question) => known.current.get(question.id) === question);
  if (!isSame) {
    known.current = new Map(asked.map((question) => [question.id, question]));
  }
  return known.current;
}
