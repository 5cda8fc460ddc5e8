import type { ToolCall } from '../deltas';
import type { ContentPart, ModelMessage } from '../messages';
import type { PromptAttachment } from '../multimodal-model';
import { checkContentPart, checkMediaPart } from './check-media';
import { arrayOf, fieldsOf, filledStringOf, oneOf, stringOf } from './fields';
import { invalidInput } from './invalid-input';

const roles = ['system', 'user', 'assistant', 'tool'] as const;

export interface CheckedPrompt {
  readonly prompt: string;
  readonly attachments: readonly PromptAttachment[];
}

/** Throws `ModelError` of kind `invalidInput`, with a sentence that says what is wrong with which argument. */
export function checkPrompt(prompt: unknown, attachments: unknown): CheckedPrompt {
  const text = stringOf(prompt, 'The prompt');
  const media = arrayOf(attachments ?? [], 'attachments').map((attachment, index) =>
    checkMediaPart(attachment, `attachments[${index}]`),
  );
  if (text.trim() === '' && media.length === 0) {
    throw invalidInput('The prompt is empty and there are no attachments.');
  }
  return { prompt: text, attachments: media };
}

/** Throws `ModelError` of kind `invalidInput`, with a sentence that says what is wrong with which message. */
export function checkMessages(messages: unknown): readonly ModelMessage[] {
  const list = arrayOf(messages, 'messages');
  if (list.length === 0) {
    throw invalidInput('There are no messages.');
  }
  return list.map((message, index) => checkMessage(message, `messages[${index}]`));
}

function checkMessage(value: unknown, where: string): ModelMessage {
  const fields = fieldsOf(value, where);
  const role = oneOf(fields['role'], roles, `${where}.role`);
  switch (role) {
    case 'system':
      return { role, text: stringOf(fields['text'], `${where}.text`) };
    case 'user':
      return { role, content: checkContent(fields['content'], where) };
    case 'assistant': {
      const { toolCalls } = fields;
      return {
        role,
        text: stringOf(fields['text'], `${where}.text`),
        ...(toolCalls !== undefined && { toolCalls: checkToolCalls(toolCalls, `${where}.toolCalls`) }),
      };
    }
    case 'tool':
      return {
        role,
        toolCallId: filledStringOf(fields['toolCallId'], `${where}.toolCallId`),
        text: stringOf(fields['text'], `${where}.text`),
      };
  }
}

function checkContent(value: unknown, where: string): readonly ContentPart[] {
  const parts = arrayOf(value, `${where}.content`).map((part, index) =>
    checkContentPart(part, `${where}.content[${index}]`),
  );
  if (parts.every((part) => part.type === 'text' && part.text.trim() === '')) {
    throw invalidInput(`${where} has neither text nor media.`);
  }
  return parts;
}

function checkToolCalls(value: unknown, where: string): readonly ToolCall[] {
  return arrayOf(value, where).map((call, index) => {
    const fields = fieldsOf(call, `${where}[${index}]`);
    return {
      id: filledStringOf(fields['id'], `${where}[${index}].id`),
      name: filledStringOf(fields['name'], `${where}[${index}].name`),
      argumentsText: stringOf(fields['argumentsText'], `${where}[${index}].argumentsText`),
    };
  });
}
