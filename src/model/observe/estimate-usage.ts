import type { ModelDelta, ModelResult } from '../deltas';
import type { ContentPart, ModelMessage } from '../messages';
import { pictureTokens, unknownMediaTokens } from './picture-tokens';

/**
 * OpenAI's rule of thumb is four characters a token in English. Bytes of UTF-8 are counted rather than characters because
 * other scripts, with two to four bytes a character, also need more tokens for each.
 * Source: https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them
 */
const bytesPerToken = 4;

export function textTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** Tokens that a question may have. A sound, a video and a document count as one picture: nothing cheap tells more. */
export function questionTokens(messages: readonly ModelMessage[]): number {
  return sum(
    messages.map((message) => (message.role === 'user' ? contentTokens(message.content) : spokenTokens(message))),
  );
}

export function countPictures(messages: readonly ModelMessage[]): number {
  const contents = messages.flatMap((message) => (message.role === 'user' ? message.content : []));
  return contents.filter(({ type }) => type === 'image').length;
}

/** What a delta holds of the answer, as text; empty for what is about the answer. */
export function answerText(delta: ModelDelta): string {
  switch (delta.type) {
    case 'text':
    case 'reasoning':
    case 'refusal':
      return delta.text;
    case 'toolCall':
      return (delta.name ?? '') + (delta.argumentsText ?? '');
    case 'audio':
      return delta.transcript ?? '';
    case 'citation':
    case 'logprobs':
    case 'adjusted':
    case 'outputChecked':
    case 'usage':
    case 'finish':
    case 'retry':
      return '';
  }
}

/** Tokens that a whole answer may have had. */
export function answerTokens({ audio, alternatives, ...first }: ModelResult): number {
  const texts = [first, ...alternatives].flatMap(({ text, reasoning, refusal, toolCalls }) => [
    text,
    reasoning,
    refusal,
    ...toolCalls.map((call) => call.name + call.argumentsText),
  ]);
  return sum([...texts, audio?.transcript ?? ''].map(textTokens));
}

function contentTokens(content: readonly ContentPart[]): number {
  return sum(
    content.map((part) => {
      switch (part.type) {
        case 'text':
          return textTokens(part.text);
        case 'image':
          return pictureTokens(part);
        case 'audio':
        case 'video':
        case 'file':
          return unknownMediaTokens;
      }
    }),
  );
}

function spokenTokens(message: Exclude<ModelMessage, { role: 'user' }>): number {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  return textTokens(message.text) + sum(calls.map((call) => textTokens(call.name + call.argumentsText)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
