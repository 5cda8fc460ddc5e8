import type { ModelDelta, ModelResult } from '../deltas';
import type { ModelMessage } from '../messages';
import type { MediaRules } from '../media-rules/media-rules';
import { mediaTokens, textTokens } from '../media-rules/media-tokens';
import { factsOf } from './media-facts';

/** Tokens that a question may have for a model with these rules. */
export function questionTokens(messages: readonly ModelMessage[], rules: MediaRules): number {
  return sum(
    messages.map((message) =>
      message.role === 'user'
        ? sum(message.content.map((part) => Math.ceil(mediaTokens(factsOf(part), rules))))
        : spokenTokens(message),
    ),
  );
}

/** Whether something other than text is asked about: what text has of tokens is well known. */
export function hasMedia(messages: readonly ModelMessage[]): boolean {
  return messages.some((message) => message.role === 'user' && message.content.some(({ type }) => type !== 'text'));
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

function spokenTokens(message: Exclude<ModelMessage, { role: 'user' }>): number {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  return textTokens(message.text) + sum(calls.map((call) => textTokens(call.name + call.argumentsText)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
