import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ContentPart, ModelMessage } from '../../model/messages';
import { ModelError } from '../../model/model-error';
import { loadMedia } from '../../model/stored-media';
import { imagePart } from './data-part';

/**
 * Messages as `sendRequest` takes them. There is no role for instructions: they are what the user says first. Throws
 * `ModelError`: `unsupported` for media that the interface can't carry, `mediaUnreadable` for stored media that is gone.
 */
export async function toChatMessages(messages: readonly ModelMessage[]): Promise<vscode.LanguageModelChatMessage[]> {
  return await Promise.all(messages.map(toChatMessage));
}

async function toChatMessage(message: ModelMessage): Promise<vscode.LanguageModelChatMessage> {
  const { User, Assistant } = vscode.LanguageModelChatMessageRole;
  switch (message.role) {
    case 'system':
      return new vscode.LanguageModelChatMessage(User, message.text);
    case 'user':
      return new vscode.LanguageModelChatMessage(User, await Promise.all(message.content.map(toPart)));
    case 'assistant':
      return new vscode.LanguageModelChatMessage(Assistant, [
        ...(message.text === '' ? [] : [new vscode.LanguageModelTextPart(message.text)]),
        ...(message.toolCalls ?? []).map(
          ({ id, name, argumentsText }) => new vscode.LanguageModelToolCallPart(id, name, toInput(argumentsText)),
        ),
      ]);
    case 'tool':
      return new vscode.LanguageModelChatMessage(User, [
        new vscode.LanguageModelToolResultPart(message.toolCallId, [new vscode.LanguageModelTextPart(message.text)]),
      ]);
  }
}

async function toPart(part: ContentPart): Promise<vscode.LanguageModelTextPart> {
  switch (part.type) {
    case 'text':
      return new vscode.LanguageModelTextPart(part.text);
    case 'image':
      if ('url' in part.image) {
        throw new ModelError('unsupported', t('Language models of VS Code take pictures as bytes, not by address.'));
      }
      return imagePart(await loadMedia(part.image, part.name));
    case 'audio':
    case 'video':
    case 'file':
      throw new ModelError('unsupported', refusals[part.type]);
  }
}

const refusals = {
  audio: t('Language models of VS Code take text and pictures, no sound.'),
  video: t('Language models of VS Code take text and pictures, no video.'),
  file: t('Language models of VS Code take text and pictures, no documents.'),
} as const;

/** What a model wrote as arguments may be no JSON, but VS Code wants an object. */
function toInput(argumentsText: string): object {
  try {
    const value: unknown = JSON.parse(argumentsText);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
