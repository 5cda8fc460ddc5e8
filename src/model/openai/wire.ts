import type {
  ChatCompletionContentPart,
  ChatCompletionContentPartImage,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { ContentPart, ImagePart, ModelMessage, TextPart } from '../messages';

/**
 * Messages as chat completions take them. A message without images goes as a plain string: some servers (Groq,
 * DeepSeek) refuse lists of parts from models that cannot see.
 */
export function toWireMessages(messages: readonly ModelMessage[]): ChatCompletionMessageParam[] {
  return messages.map((message) => {
    switch (message.role) {
      case 'system':
        return { role: 'system', content: message.text };
      case 'assistant':
        return { role: 'assistant', content: message.text };
      case 'user':
        return { role: 'user', content: userContent(message.content) };
    }
  });
}

export function countImages(messages: readonly ModelMessage[]): number {
  return messages
    .flatMap((message) => (message.role === 'user' ? message.content : []))
    .filter((part) => part.type === 'image').length;
}

function userContent(parts: readonly ContentPart[]): string | ChatCompletionContentPart[] {
  if (parts.every((part): part is TextPart => part.type === 'text')) {
    return parts.map((part) => part.text).join('\n\n');
  }
  return parts.map((part) => (part.type === 'text' ? { type: 'text', text: part.text } : imagePart(part)));
}

function imagePart({ image, detail }: ImagePart): ChatCompletionContentPartImage {
  const url =
    'url' in image ? image.url : `data:${image.mediaType};base64,${Buffer.from(image.bytes).toString('base64')}`;
  return { type: 'image_url', image_url: { url, ...(detail && { detail }) } };
}
