import * as vscode from 'vscode';
import type { IndenterOptions } from '../../features/answer-in-editor/answer-indenter';
import type { IndentationUnit } from '../../features/answer-in-editor/indentation-converter';
import { isProse } from './is-prose';

/** Where an answer goes in a document. */
export interface Insertion extends IndenterOptions {
  /** What the answer replaces; empty at a cursor. */
  readonly range: vscode.Range;
  /** What keeps the answer's last line apart from code that goes on behind it; empty where none does. */
  readonly after: string;
}

/** At the cursor, or in place of the selection without the line break at its end, which stays where it is. */
export function insertionAt(
  { document, options }: Pick<vscode.TextEditor, 'document' | 'options'>,
  selection: vscode.Range,
): Insertion {
  const { start } = selection;
  const isBeforeLine = selection.end.character === 0 && selection.end.line > start.line;
  const end = isBeforeLine ? document.lineAt(selection.end.line - 1).range.end : selection.end;
  const indentation = indentationOf(document, new vscode.Range(start, end));
  const before = document.getText(new vscode.Range(start.with({ character: 0 }), start));
  const isInIndentation = before.trim() === '';
  // At a cursor in front of code, the answer is lines of its own; in place of a part of a line, it is a part as well.
  const isBeforeCode = start.isEqual(end) && document.lineAt(end.line).text.slice(end.character).trim() !== '';
  return {
    range: new vscode.Range(start, end),
    indentation,
    firstLine: isInIndentation && indentation.startsWith(before) ? indentation.slice(before.length) : '',
    // In prose a tab may be an empty column, or belong to code that is shown.
    ...(!isProse(document) && { unit: unitOf(indentation, options) }),
    after: isInIndentation && isBeforeCode ? `\n${before}` : '',
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

/** What stands at the place decides, since files mix; else what the editor says of the document. */
function unitOf(indentation: string, { insertSpaces, tabSize }: vscode.TextEditorOptions): IndentationUnit {
  const usesSpaces = indentation === '' ? insertSpaces === true : indentation.startsWith(' ');
  return { type: usesSpaces ? 'spaces' : 'tabs', size: typeof tabSize === 'number' ? tabSize : 4 };
}
