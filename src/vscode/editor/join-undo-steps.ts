import * as vscode from 'vscode';

export interface JoinOptions {
  /** The active editor. */
  readonly editor: vscode.TextEditor;
  /** The whole text before the first of the steps. */
  readonly before: string;
  /** Where the steps have written, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Where the cursor is to be afterwards, in UTF-16 units. */
  readonly cursor: number;
  /** As many as there can be. */
  readonly maxSteps: number;
}

/**
 * Makes one undo step of several: takes them back and writes their outcome at once. Saving ends an undo step, and VS
 * Code has no way to go on with one. Where the steps turn out not to be the last ones, everything stays as it is.
 */
export async function joinUndoSteps({ editor, before, start, end, cursor, maxSteps }: JoinOptions): Promise<void> {
  const { document } = editor;
  const after = document.getText();
  let steps = 0;
  let isChanging = true;
  while (document.getText() !== before && steps < maxSteps && isChanging) {
    const { version } = document;
    await vscode.commands.executeCommand('undo');
    steps++;
    isChanging = document.version !== version;
  }
  const isTakenBack = document.getText() === before;
  const range = { start, end: end - after.length + before.length };
  if (isTakenBack && (await write(editor, range, after.slice(start, end)))) {
    const position = document.positionAt(cursor);
    editor.selection = new vscode.Selection(position, position);
    return;
  }
  for (; steps > 0; steps--) {
    await vscode.commands.executeCommand('redo');
  }
}

async function write(editor: vscode.TextEditor, range: { start: number; end: number }, text: string): Promise<boolean> {
  const { document } = editor;
  const replaced = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  return await editor.edit((builder) => builder.replace(replaced, text));
}
