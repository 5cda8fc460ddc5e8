import type * as vscode from 'vscode';

/** Whether a document holds sentences for people: what a model says around code belongs there, and is kept as it is. */
export function isProse({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'markdown' || languageId === 'plaintext';
}
