import type { AnswerMessage, Message, ModelLabel } from '../shared/conversation';

/**
 * The questions whose pictures are not sent to this model any more, so that one refused picture can't spoil the rest of
 * the chat. The last message is the question that is asked now: only the person decides about its pictures.
 */
export function questionsWithoutImages(messages: readonly Message[], model: ModelLabel): ReadonlySet<string> {
  const leftOut = new Set(messages.flatMap((message) => (isLeftOut(message) ? [message.id] : [])));
  const asked: string[] = [];
  for (const message of messages.slice(0, -1)) {
    if (message.role === 'user') {
      asked.push(message.id);
    } else if (refusedImages(message)) {
      // A model that takes no images refuses those of earlier questions as well; anything else is about the last one.
      const refused = message.failure?.kind === 'imagesUnsupported' ? asked : asked.slice(-1);
      if (message.failure?.kind !== 'imagesUnsupported' || isSameModel(message.model, model)) {
        refused.forEach((id) => leftOut.add(id));
      }
    }
  }
  return leftOut;
}

function isLeftOut(message: Message): boolean {
  return message.role === 'user' && message.imagesLeftOut === true;
}

function refusedImages({ text, failure }: AnswerMessage): boolean {
  return text === '' && failure?.actions.includes('removeImages') === true;
}

function isSameModel(first: ModelLabel, second: ModelLabel): boolean {
  return first.endpoint === second.endpoint && first.model === second.model;
}
