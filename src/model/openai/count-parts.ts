import type { ContentPart, ModelMessage } from '../messages';

export function countParts(messages: readonly ModelMessage[], type: ContentPart['type']): number {
  return messages
    .flatMap((message) => (message.role === 'user' ? message.content : []))
    .filter((part) => part.type === type).length;
}
