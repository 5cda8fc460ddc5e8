import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the extension in test/fixtures/language-models tells of itself. */
export interface ProvidedModels {
  readonly requests: ProvidedRequest[];
  readonly cancelled: number;
  /** From now on these models are there. */
  setModels(ids: readonly string[]): void;
}

export interface ProvidedRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly parts: readonly object[] }[];
  readonly options: {
    readonly modelOptions?: object;
    readonly tools?: readonly object[];
    readonly toolMode?: number;
  };
}

export async function providedModels(): Promise<ProvidedModels> {
  const extension = vscode.extensions.getExtension<ProvidedModels>('iris-test.language-models');
  assert(extension, 'The extension that provides language models is not loaded.');
  return await extension.activate();
}
