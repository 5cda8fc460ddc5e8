import { t } from '@vscode/l10n';
import type { ContentPart, ModelMessage, TextPart } from '../../messages';
import { ModelError } from '../../model-error';
import { dataUrl, mediaUrl } from '../data-url';

/** A part of a message as the Responses API takes it (`ResponseInputContent` in the client's types). */
export type InputPart =
  | { readonly type: 'input_text'; readonly text: string }
  | { readonly type: 'input_image'; readonly image_url: string; readonly detail?: string }
  | { readonly type: 'input_file'; readonly filename: string; readonly file_data: string };

/** What a conversation is made of there: messages, calls, and what the calls gave. */
export type InputItem =
  | { readonly role: 'user'; readonly content: string | readonly InputPart[] }
  | { readonly role: 'assistant'; readonly content: string }
  | { readonly type: 'function_call'; readonly call_id: string; readonly name: string; readonly arguments: string }
  | { readonly type: 'function_call_output'; readonly call_id: string; readonly output: string };

/** A conversation without its system prompts, which are `instructions`. Throws `ModelError` of kind `unsupported`. */
export function toInputItems(messages: readonly ModelMessage[]): InputItem[] {
  return messages.flatMap((message): InputItem[] => {
    switch (message.role) {
      case 'system':
        return [];
      case 'user':
        return [{ role: 'user', content: userContent(message.content) }];
      case 'assistant':
        return assistantItems(message);
      case 'tool':
        return [{ type: 'function_call_output', call_id: message.toolCallId, output: message.text }];
    }
  });
}

/** The system prompts, or undefined when there is none. */
export function instructionsIn(messages: readonly ModelMessage[]): string | undefined {
  const prompts = messages.flatMap((message) => (message.role === 'system' ? [message.text] : []));
  return prompts.length > 0 ? prompts.join('\n\n') : undefined;
}

/** The text goes as it is: parts of type `output_text` would need the identifiers of a stored answer. */
function assistantItems({ text, toolCalls = [] }: Extract<ModelMessage, { readonly role: 'assistant' }>): InputItem[] {
  return [
    ...(text !== '' || toolCalls.length === 0 ? [{ role: 'assistant' as const, content: text }] : []),
    ...toolCalls.map(({ id, name, argumentsText }) => ({
      type: 'function_call' as const,
      call_id: id,
      name,
      arguments: argumentsText.trim() === '' ? '{}' : argumentsText,
    })),
  ];
}

function userContent(parts: readonly ContentPart[]): string | InputPart[] {
  if (parts.every((part): part is TextPart => part.type === 'text')) {
    return parts.map(({ text }) => text).join('\n\n');
  }
  return parts.map(inputPart);
}

function inputPart(part: ContentPart): InputPart {
  switch (part.type) {
    case 'text':
      return { type: 'input_text', text: part.text };
    case 'image':
      return {
        type: 'input_image',
        image_url: mediaUrl(part.image),
        ...(part.detail && { detail: part.detail }),
      };
    case 'file':
      return { type: 'input_file', filename: part.name, file_data: dataUrl(part.file) };
    case 'audio':
    case 'video':
      throw new ModelError('unsupported', part.type === 'audio' ? noSound(part.name) : noVideo(part.name));
  }
}

function noSound(name: string | undefined): string {
  return name === undefined
    ? t('The Responses API takes no sound: remove it, or set "api" of this endpoint to "chat".')
    : t('The Responses API takes no sound: remove {0}, or set "api" of this endpoint to "chat".', name);
}

function noVideo(name: string | undefined): string {
  return name === undefined
    ? t('The Responses API takes no video: remove it, or set "api" of this endpoint to "chat".')
    : t('The Responses API takes no video: remove {0}, or set "api" of this endpoint to "chat".', name);
}
