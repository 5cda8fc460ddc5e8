import type * as vscode from 'vscode';
import type { ModelCapabilities } from '../../shared/capabilities';

/** What VS Code tells of a model. Newer versions tell more than the type of the oldest that Iris runs in. */
export function capabilitiesOf(chat: vscode.LanguageModelChat): ModelCapabilities {
  const told: unknown = Reflect.get(chat, 'capabilities');
  const image = flag(told, 'supportsImageToText');
  const tools = flag(told, 'supportsToolCalling');
  return {
    input: { text: true, audio: false, video: false, pdf: false, ...(image !== undefined && { image }) },
    output: { text: true },
    ...(tools !== undefined && { tools }),
    ...(chat.maxInputTokens > 0 && { contextTokens: chat.maxInputTokens }),
  };
}

function flag(told: unknown, name: string): boolean | undefined {
  const value: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, name) : undefined;
  return typeof value === 'boolean' ? value : undefined;
}
