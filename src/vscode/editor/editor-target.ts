import * as vscode from 'vscode';
import { shiftOffset } from '../../features/answer-in-editor/shift-offset';
import type { WriteOutcome } from '../../features/answer-in-editor/batched-writer';
import { DisposableStore, type Disposable } from '../../util/disposable';

export interface EditorTargetOptions {
  readonly document: vscode.TextDocument;
  /** What the first text replaces; may be empty. */
  readonly range: vscode.Range;
  /** The person took back what was written. */
  readonly onUndone: () => void;
}

/**
 * A place in a document that text is written to, piece by piece, in one undo step. It stays where it is in the text
 * while the person edits around it. Where the document is not shown (its tab is behind another), writing waits: only
 * edits through an editor can share an undo step.
 */
export class EditorTarget implements Disposable {
  readonly document: vscode.TextDocument;
  readonly #onUndone: () => void;
  readonly #resources = new DisposableStore();
  /** UTF-16 units; the text between them is replaced by the next write, or is what was written. */
  #start: number;
  #end: number;
  #isReplacing = true;
  #hasUndoStop = false;
  #isClosed = false;
  /** The edit that is under way, and whether the document has reported it. */
  #edit: { readonly text: string; readonly start: number; readonly end: number; isSeen: boolean } | undefined;
  #isWaiting = false;
  #wake: () => void = () => undefined;

  constructor({ document, range, onUndone }: EditorTargetOptions) {
    this.document = document;
    this.#onUndone = onUndone;
    this.#start = document.offsetAt(range.start);
    this.#end = document.offsetAt(range.end);
    this.#resources.add(vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)));
    this.#resources.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#wake()));
    this.#resources.add(
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === this.document) {
          this.#close();
        }
      }),
    );
    // VS Code keeps a document for minutes after its last tab was closed.
    this.#resources.add(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some((tab) => this.#isTabOfDocument(tab)) && !this.#hasTab()) {
          this.#close();
        }
      }),
    );
  }

  /** There is text to write and no editor that shows the document. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  async write(text: string): Promise<WriteOutcome> {
    const editor = await this.#visibleEditor();
    if (!editor) {
      return 'closed';
    }
    const lines = this.document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
    const edit = { text: lines, start: this.#isReplacing ? this.#start : this.#end, end: this.#end, isSeen: false };
    this.#edit = edit;
    try {
      await this.#apply(editor, edit);
    } catch {
      // The tab was closed or left at this moment: the next try finds out which.
      return 'refused';
    } finally {
      this.#edit = undefined;
    }
    // What VS Code resolves to is not enough: for a read-only editor that is true as well.
    return edit.isSeen ? 'written' : 'refused';
  }

  /** The next text replaces what was written so far. */
  restart(): void {
    this.#isReplacing = true;
  }

  dispose(): void {
    this.#close();
  }

  async #apply(editor: vscode.TextEditor, { text, start, end }: { text: string; start: number; end: number }) {
    const range = new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
    const isAtCursor = editor.selection.isEmpty && editor.selection.active.isEqual(range.end);
    const isSelected = !range.isEmpty && editor.selection.isEqual(range);
    await editor.edit((builder) => (range.isEmpty ? builder.insert(range.start, text) : builder.replace(range, text)), {
      undoStopBefore: !this.#hasUndoStop,
      undoStopAfter: false,
    });
    if (isAtCursor || isSelected) {
      const position = this.document.positionAt(this.#end);
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(editor.selection);
    }
  }

  #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.document || contentChanges.length === 0) {
      return;
    }
    const edit = this.#edit;
    const [change] = contentChanges;
    const isOwn =
      edit !== undefined &&
      !edit.isSeen &&
      contentChanges.length === 1 &&
      change?.rangeOffset === edit.start &&
      change.rangeLength === edit.end - edit.start &&
      change.text === edit.text;
    if (isOwn) {
      edit.isSeen = true;
      this.#hasUndoStop = true;
      this.#isReplacing = false;
      this.#end = edit.start + edit.text.length;
      return;
    }
    const isTakenBack =
      reason === vscode.TextDocumentChangeReason.Undo &&
      this.#hasUndoStop &&
      contentChanges.some(({ rangeOffset, rangeLength }) => rangeOffset + rangeLength >= this.#end);
    this.#start = shiftOffset(this.#start, contentChanges);
    this.#end = shiftOffset(this.#end, contentChanges);
    if (isTakenBack) {
      this.#onUndone();
    }
  }

  async #visibleEditor(): Promise<vscode.TextEditor | undefined> {
    while (!this.#isClosed) {
      const editors = vscode.window.visibleTextEditors.filter(({ document }) => document === this.document);
      const editor = editors.find((candidate) => candidate === vscode.window.activeTextEditor) ?? editors[0];
      if (editor) {
        return editor;
      }
      this.#isWaiting = true;
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#isWaiting = false;
    }
    return undefined;
  }

  #hasTab(): boolean {
    return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => this.#isTabOfDocument(tab)));
  }

  #isTabOfDocument({ input }: vscode.Tab): boolean {
    return input instanceof vscode.TabInputText && input.uri.toString() === this.document.uri.toString();
  }

  #close(): void {
    this.#isClosed = true;
    this.#resources.dispose();
    this.#wake();
  }
}
