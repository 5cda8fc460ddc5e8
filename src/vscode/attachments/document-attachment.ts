import type * as vscode from 'vscode';
import type { NewAttachment } from '../../attachments/new-attachment';

/** The document as it is in the editor, saved or not; with a range only the lines that it touches. */
export function documentAttachment(document: vscode.TextDocument, range?: vscode.Range): NewAttachment {
  const base = {
    name: document.uri.path.split('/').at(-1) ?? document.fileName,
    origin: document.uri.toString(),
    languageId: document.languageId,
  };
  if (!range) {
    return { ...base, bytes: Buffer.from(document.getText()) };
  }
  // A selection that ends before the first character of a line does not reach that line.
  const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
  const wholeLines = document.validateRange(range.with(range.start.with({ character: 0 }))).with({
    end: document.lineAt(last).range.end,
  });
  return {
    ...base,
    bytes: Buffer.from(document.getText(wholeLines)),
    lines: { first: range.start.line + 1, last: last + 1 },
  };
}
