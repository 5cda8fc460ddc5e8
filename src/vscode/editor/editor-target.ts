import * as vscode from 'vscode';
import type { WriteOutcome } from '../../features/answer-in-editor/batched-writer';
import { shiftOffset } from '../../features/answer-in-editor/shift-offset';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { joinUndoSteps } from './join-undo-steps';

export interface EditorTargetOptions {
  readonly document: vscode.TextDocument;
  /** What the first text replaces; may be empty. */
  readonly range: vscode.Range;
  /** Written once behind the first text, which all that follows is put in front of; may be empty. */
  readonly after?: string;
  /** The person took back what was written. */
  readonly onUndone: () => void;
}

interface Edit {
  /** With the document's own line breaks. */
  readonly text: string;
  /** UTF-16 units at its end that stay behind what is written next. */
  readonly afterLength: number;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The document's whole text before the first edit of all. */
  readonly before: string;
  /** The document has reported it. */
  isSeen: boolean;
}

/**
 * A place in a document that text is written to, piece by piece, in one undo step. It stays where it is in the text
 * while the person edits around it. Where the document is not shown (its tab is behind another), writing waits: only
 * edits through an editor can share an undo step.
 */
export class EditorTarget implements Disposable {
  readonly document: vscode.TextDocument;
  readonly #after: string;
  readonly #onUndone: () => void;
  readonly #resources = new DisposableStore();
  /** UTF-16 units; the text between them is replaced by the next write, or is what was written. */
  #start: number;
  #end: number;
  /** Of what stands behind that, UTF-16 units. */
  #afterLength = 0;
  #isReplacing = true;
  /** The whole text before the first write; undefined until there was one. */
  #before: string | undefined;
  /** The edit that is under way. */
  #edit: Edit | undefined;
  #isChangedByOthers = false;
  /** Saves since the first write: each ends an undo step. */
  #saves = 0;
  #isJoining = false;
  #isClosed = false;
  #isWaiting = false;
  #wake: () => void = () => undefined;

  constructor({ document, range, after = '', onUndone }: EditorTargetOptions) {
    this.document = document;
    this.#after = after;
    this.#onUndone = onUndone;
    this.#start = document.offsetAt(range.start);
    this.#end = document.offsetAt(range.end);
    const { window, workspace } = vscode;
    for (const subscription of [
      workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      workspace.onWillSaveTextDocument((event) => this.#countSave(event)),
      workspace.onDidCloseTextDocument((closed) => (closed === document ? this.dispose() : undefined)),
      window.onDidChangeVisibleTextEditors(() => this.#wake()),
      window.tabGroups.onDidChangeTabs((event) => this.#followTabs(event)),
    ]) {
      this.#resources.add(subscription);
    }
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
    const after = this.#before === undefined ? this.#inDocument(this.#after) : '';
    const edit: Edit = {
      text: this.#inDocument(text) + after,
      afterLength: after.length,
      start: this.#isReplacing ? this.#start : this.#end,
      end: this.#end,
      before: this.#before ?? this.document.getText(),
      isSeen: false,
    };
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

  /** Nothing more is written: where a save, by hand or by itself, cut the undo step, its parts become one again. */
  async finish(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (this.#before === undefined || this.#saves === 0 || this.#isChangedByOthers || this.#isClosed) {
      return;
    }
    if (editor?.document === this.document) {
      this.#isJoining = true;
      const [start, cursor, end] = [this.#start, this.#end, this.#end + this.#afterLength];
      await joinUndoSteps({ editor, before: this.#before, start, end, cursor, maxSteps: this.#saves + 1 });
      this.#isJoining = false;
    }
  }

  dispose(): void {
    this.#isClosed = true;
    this.#resources.dispose();
    this.#wake();
  }

  #inDocument(text: string): string {
    return this.document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text;
  }

  async #apply(editor: vscode.TextEditor, { text, start, end }: Edit): Promise<void> {
    const range = new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
    const isAtCursor = editor.selection.isEmpty && editor.selection.active.isEqual(range.end);
    const isSelected = !range.isEmpty && editor.selection.isEqual(range);
    await editor.edit((builder) => (range.isEmpty ? builder.insert(range.start, text) : builder.replace(range, text)), {
      undoStopBefore: this.#before === undefined,
      undoStopAfter: false,
    });
    if (isAtCursor || isSelected) {
      const position = this.document.positionAt(this.#end);
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(editor.selection);
    }
  }

  #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.document || contentChanges.length === 0 || this.#isJoining) {
      return;
    }
    const edit = this.#edit;
    if (edit && isReportOf(edit, contentChanges)) {
      edit.isSeen = true;
      this.#before ??= edit.before;
      this.#isReplacing = false;
      this.#end = edit.start + edit.text.length - edit.afterLength;
      this.#afterLength += edit.afterLength;
      return;
    }
    const isTakenBack =
      reason === vscode.TextDocumentChangeReason.Undo &&
      this.#before !== undefined &&
      contentChanges.some(({ rangeOffset, rangeLength }) => rangeOffset + rangeLength >= this.#end);
    this.#isChangedByOthers ||= this.#before !== undefined;
    this.#start = shiftOffset(this.#start, contentChanges);
    this.#end = shiftOffset(this.#end, contentChanges);
    if (isTakenBack) {
      this.#onUndone();
    }
  }

  #countSave({ document }: vscode.TextDocumentWillSaveEvent): void {
    if (document === this.document && this.#before !== undefined) {
      this.#saves++;
    }
  }

  /** VS Code keeps a document for minutes after its last tab was closed. */
  #followTabs({ closed }: vscode.TabChangeEvent): void {
    const isOfDocument = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputText && input.uri.toString() === this.document.uri.toString();
    if (closed.some(isOfDocument) && !vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isOfDocument))) {
      this.dispose();
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
}

function isReportOf(edit: Edit, changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
  const [change] = changes;
  return (
    !edit.isSeen &&
    changes.length === 1 &&
    change?.rangeOffset === edit.start &&
    change.rangeLength === edit.end - edit.start &&
    change.text === edit.text
  );
}
