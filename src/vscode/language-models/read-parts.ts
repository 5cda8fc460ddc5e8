import * as vscode from 'vscode';
import type { ModelDelta } from '../../model/deltas';

/** The deltas of an answer's parts. Parts that newer versions of VS Code may send, and Iris can't show, are passed over. */
export class PartReader {
  #toolCalls = 0;

  get hasToolCalls(): boolean {
    return this.#toolCalls > 0;
  }

  read(part: unknown): ModelDelta | undefined {
    if (part instanceof vscode.LanguageModelTextPart) {
      return part.value === '' ? undefined : { type: 'text', text: part.value };
    }
    if (part instanceof vscode.LanguageModelToolCallPart) {
      const argumentsText = JSON.stringify(part.input);
      return { type: 'toolCall', index: this.#toolCalls++, id: part.callId, name: part.name, argumentsText };
    }
    const thought = thoughtOf(part);
    return thought === '' ? undefined : { type: 'reasoning', text: thought };
  }
}

/** `LanguageModelThinkingPart` is a proposal: it comes, but extensions have no class to know it by. */
function thoughtOf(part: unknown): string {
  const value = typeof part === 'object' && part !== null && 'value' in part ? part.value : undefined;
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.every((text) => typeof text === 'string') ? texts.join('') : '';
}
