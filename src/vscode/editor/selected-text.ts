import { randomUUID } from 'node:crypto';
import type * as vscode from 'vscode';
import type { TextAttachment } from '../../shared/attachment/attachment';
import { readText } from '../../attachments/text/read-text';
import { MAX_TEXT_BYTES } from '../../shared/limits';
import type { BlobStore } from '../../store/blob-store';

/** A piece of a document that goes along with a question. */
export interface SelectedText {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** UTF-8. */
  readonly bytes: Uint8Array;
}

/** Undefined where nothing is selected, or nothing but spaces. */
export function selectedText(document: vscode.TextDocument, range: vscode.Range): SelectedText | undefined {
  const text = document.getText(range);
  return text.trim() === '' ? undefined : { document, range, bytes: new TextEncoder().encode(text) };
}

export function isTooLong({ bytes }: SelectedText): boolean {
  return bytes.byteLength > MAX_TEXT_BYTES;
}

/** Always attached as text: the source of an SVG is no picture here. */
export async function attachSelectedText(
  { document, range, bytes }: SelectedText,
  blobs: BlobStore,
): Promise<TextAttachment> {
  const file = {
    name: documentName(document),
    bytes,
    origin: document.uri.toString(),
    languageId: document.languageId,
    lines: { first: range.start.line + 1, last: range.end.line + 1 },
  };
  return await readText(file, 'utf-8', { id: randomUUID(), blobs });
}

export function documentName(document: vscode.TextDocument): string {
  return document.uri.path.split('/').at(-1) || document.fileName;
}
