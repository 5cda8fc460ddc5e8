import { leavesMachine } from '../model/model-target';
import type { MultimodalModel } from '../model/multimodal-model';
import type { AnswerMessage, Message, ModelLabel, UserMessage } from '../shared/conversation';
import { modalityOf } from './fitting/cost';

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

/** All of them where none is named. */
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

export function labelOf({ metadata }: MultimodalModel): ModelLabel {
  const { endpoint, model } = metadata;
  return { endpoint, model, ...(!leavesMachine(metadata) && { isLocal: true }) };
}

/** The questions that no other machine has got yet: since the first of them, models on this one were asked and no others. */
export function questionsKeptHere(messages: readonly Message[]): readonly UserMessage[] {
  const away = messages.findLastIndex((message) => message.role === 'assistant' && !message.model.isLocal);
  return messages.slice(away + 1).filter((message) => message.role === 'user');
}

/** Whether pictures go along with a question. */
export function hasImages(message: Message): boolean {
  return (
    message.role === 'user' &&
    message.attachments.some(({ parts }) => parts.some((part) => modalityOf(part) === 'image'))
  );
}

/** Whether a model has said anything that a person may want to read again. */
export function isAnswered(message: Message): boolean {
  return (
    message.role === 'assistant' &&
    (message.text !== '' || message.refusal !== undefined || message.spoken !== undefined || !!message.toolCalls)
  );
}

export function isStreaming(message: Message): boolean {
  return message.role === 'assistant' && message.status === 'streaming';
}
