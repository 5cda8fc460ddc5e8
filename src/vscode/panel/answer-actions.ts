import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { AnswerIndenter } from '../../features/answer-in-editor/answer-indenter';
import { fenceLanguage } from '../../features/answer-in-editor/fence-language';
import type { PanelMessage } from '../../shared/protocol';
import { insertionAt } from '../editor/insertion';
import { openNamedFile } from './open-named-file';

/** What the person does with an answer, or a part of it, that the panel shows. */
export async function useAnswer(
  message: Extract<PanelMessage, { type: 'textCopied' | 'codeInserted' | 'codeOpened' | 'linkOpened' | 'fileOpened' }>,
): Promise<void> {
  switch (message.type) {
    case 'textCopied':
      return await copyText(message.text);
    case 'codeInserted':
      return await insertAtCursor(message.text);
    case 'codeOpened':
      return await openDocument(message.text, message.language);
    case 'linkOpened':
      return await openLink(message.url);
    case 'fileOpened':
      return await openNamedFile(message);
  }
}

export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
}

/** Puts code at the cursor of the editor that was used last, in place of its selection and indented as there: one undo step. */
export async function insertAtCursor(text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(isInTab);
  if (!editor) {
    throw new Error(
      t('There is no open editor to insert into. Open a file, put the cursor where the code belongs, and try again.'),
    );
  }
  if (!vscode.workspace.isTrusted) {
    throw new Error(t('Iris writes into files only in a workspace that you trust. You can copy the code instead.'));
  }
  const { version } = editor.document;
  const inserted = await editor.edit((edit) => {
    for (const selection of editor.selections) {
      const { range, after, ...indentation } = insertionAt(editor, selection);
      const indented = new AnswerIndenter(indentation).push(text);
      edit.replace(range, indented === '' ? '' : indented + after);
    }
  });
  // VS Code calls an edit of a read-only document a success.
  if (!inserted || editor.document.version === version) {
    throw new Error(t('The editor did not take the code: its file may be read-only. You can copy the code instead.'));
  }
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

/** Output panels are text editors too. */
function isInTab({ viewColumn }: vscode.TextEditor): boolean {
  return viewColumn !== undefined;
}

/** Opens text in a new untitled document. `language`: the word after the fence, which may be no language of VS Code. */
export async function openDocument(content: string, language: string): Promise<void> {
  const languageId = fenceLanguage(language, await vscode.languages.getLanguages());
  const document = await vscode.workspace.openTextDocument({ content, ...(languageId && { language: languageId }) });
  await vscode.window.showTextDocument(document);
}

/** Opens a link of an answer outside of VS Code, which asks the person and shows where it leads. */
export async function openLink(address: string): Promise<void> {
  const url = URL.parse(address);
  if (url && ['http:', 'https:', 'mailto:'].includes(url.protocol)) {
    // A Uri would be encoded anew and lead elsewhere (microsoft/vscode #85930); a text, which the types do not know, is opened
    // as it is.
    await vscode.env.openExternal(url.href as unknown as vscode.Uri);
  }
}
