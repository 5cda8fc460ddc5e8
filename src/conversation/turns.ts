import type { AnswerMessage, Message, UserMessage } from '../shared/conversation';

export function findQuestion(messages: readonly Message[], id: string): UserMessage | undefined {
  return messages.find((message): message is UserMessage => message.role === 'user' && message.id === id);
}

export function findAnswer(messages: readonly Message[], id: string): AnswerMessage | undefined {
  return messages.find((message): message is AnswerMessage => message.role === 'assistant' && message.id === id);
}

/** The question that this message is, or that it answers. */
export function questionOf(messages: readonly Message[], id: string): UserMessage | undefined {
  const index = messages.findIndex((message) => message.id === id);
  return messages.slice(0, index + 1).findLast((message) => message.role === 'user');
}

export function messagesAfter(messages: readonly Message[], id: string): readonly Message[] {
  return messages.slice(messages.findIndex((message) => message.id === id) + 1);
}

/** The question and its answers that this message belongs to; answers whose question is lost stand alone. */
export function turnOf(messages: readonly Message[], id: string): readonly Message[] {
  const question = questionOf(messages, id);
  if (!question) {
    return messages.filter((message) => message.id === id);
  }
  const after = messagesAfter(messages, question.id);
  const next = after.findIndex((message) => message.role === 'user');
  return [question, ...(next === -1 ? after : after.slice(0, next))];
}
