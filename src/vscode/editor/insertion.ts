import * as vscode from 'vscode';
import type { IndenterOptions } from '../../features/answer-in-editor/answer-indenter';

/** Where an answer goes in a document. */
export interface Insertion extends IndenterOptions {
  /** What the answer replaces; empty at a cursor. */
  readonly range: vscode.Range;
}

/** At the cursor, or in place of the selection without the line break at its end, which stays where it is. */
export function insertionAt(document: vscode.TextDocument, selection: vscode.Range): Insertion {
  const { start } = selection;
  const isBeforeLine = selection.end.character === 0 && selection.end.line > start.line;
  const end = isBeforeLine ? document.lineAt(selection.end.line - 1).range.end : selection.end;
  const indentation = indentationOf(document, new vscode.Range(start, end));
  const before = document.getText(new vscode.Range(start.with({ character: 0 }), start));
  const isInIndentation = before.trim() === '';
  return {
    range: new vscode.Range(start, end),
    indentation,
    firstLine: isInIndentation && indentation.startsWith(before) ? indentation.slice(before.length) : '',
  };
}

/** Of the first line that has text; of a cursor's line where it has none, all that is in front of the cursor. */
function indentationOf(document: vscode.TextDocument, { start, end }: vscode.Range): string {
  for (let line = start.line; line <= end.line; line++) {
    const { text, isEmptyOrWhitespace, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
    if (!isEmptyOrWhitespace) {
      return text.slice(0, firstNonWhitespaceCharacterIndex);
    }
  }
  return document.lineAt(start.line).text.slice(0, start.character);
}
