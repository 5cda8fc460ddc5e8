import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { describeInterruption } from '../../src/conversation/failure-text';
import { OpenConversations } from '../../src/conversation/open-conversations';
import { AnswerIndenter } from '../../src/features/answer-in-editor/answer-indenter';
import type { WriteOutcome } from '../../src/features/answer-in-editor/batched-writer';
import { FenceStripper } from '../../src/features/answer-in-editor/fence-stripper';
import { createBlobStore } from '../../src/store/file-blob-store';
import { createDerivedForms } from '../../src/store/file-derived-forms';
import { createConversationStore } from '../../src/store/file-conversation-store';
import { DocumentSink } from '../../src/vscode/editor/document-sink';
import { EditorAnswers } from '../../src/vscode/editor/editor-answers';
import { EditorTarget } from '../../src/vscode/editor/editor-target';
import { insertionAt } from '../../src/vscode/editor/insertion';
import { isProse } from '../../src/vscode/editor/is-prose';
import { ScriptedModel, silence, stop, text, type Script } from '../unit/conversation/scripted-model';
import { closeAllEditors } from './support/editors';
import { until } from './support/iris';

describe('an answer in an editor', () => {
  let directory: string;
  let conversations: OpenConversations;
  let answers: EditorAnswers;
  let lost: WriteOutcome[];
  let files = 0;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-answers-'));
    conversations = new OpenConversations(stores(directory));
    answers = new EditorAnswers({
      conversations,
      currentModel: () => Promise.reject(new Error('The model is given.')),
      openChat: () => Promise.resolve(),
      runAction: () => Promise.resolve(false),
    });
    lost = [];
  });
  afterEach(async () => {
    answers.dispose();
    await conversations.closeAll();
    await closeAllEditors();
    await rm(directory, { recursive: true });
  });

  /** Shows a file of its own. */
  const open = async (content: string, selection: vscode.Selection, extension = 'txt'): Promise<vscode.TextEditor> => {
    const uri = vscode.Uri.file(path.join(directory, `${(files += 1)}.${extension}`));
    await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
    return await vscode.window.showTextDocument(uri, { preview: false, selection });
  };

  /** Asks a model that answers by script, and writes to the selection of the editor. */
  const answer = async (
    editor: vscode.TextEditor,
    script: Script,
    createStripper = () => new FenceStripper(),
  ): Promise<void> => {
    const { document, selection } = editor;
    const { range, after, ...indentation } = insertionAt(editor, selection);
    const target = new EditorTarget({ document, range, after, onUndone: () => undefined });
    await answers.answer({
      question: { text: 'Write.', attachments: [] },
      model: new ScriptedModel(script),
      place: 'here',
      createSink: () =>
        new DocumentSink({
          open: () => Promise.resolve(target),
          createStripper,
          createIndenter: () => new AnswerIndenter(indentation),
          onLost: (reason) => lost.push(reason),
        }),
    });
  };

  it('comes to the cursor in many pieces and goes with one undo', async () => {
    const editor = await open('<main>\n\n</main>\n', new vscode.Selection(1, 0, 1, 0));
    const pieces = ['```html\n<h1>', 'Shop</h1>\n', '<p>Tea', '</p>\n```'];
    await answer(editor, [...pieces.flatMap((piece, index) => [...text(piece), pause(index + 1)]), stop]);
    assert.equal(editor.document.getText(), '<main>\n<h1>Shop</h1>\n<p>Tea</p>\n</main>\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '<main>\n\n</main>\n');
    await vscode.commands.executeCommand('redo');
    assert.equal(editor.document.getText(), '<main>\n<h1>Shop</h1>\n<p>Tea</p>\n</main>\n');
  });

  it('is not joined to the code behind the cursor, and goes with one undo', async () => {
    const editor = await open('  run();\n', new vscode.Selection(0, 2, 0, 2));
    await answer(editor, [...text('```js\nlet a = 1;\n'), pause(), ...text('let b = 2;\n```\n'), stop]);
    assert.equal(editor.document.getText(), '  let a = 1;\n  let b = 2;\n  run();\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '  run();\n');
  });

  it('takes the place of the selection, which one undo brings back', async () => {
    const editor = await open('let a = 1;\nlet b = 2;\nlet c = 3;\n', new vscode.Selection(1, 0, 2, 0));
    await answer(editor, [...text('const b'), pause(), ...text(' = 4;'), stop]);
    assert.equal(editor.document.getText(), 'let a = 1;\nconst b = 4;\nlet c = 3;\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'let a = 1;\nlet b = 2;\nlet c = 3;\n');
  });

  it('leaves what was typed before to an undo of its own', async () => {
    const editor = await open('', new vscode.Selection(0, 0, 0, 0));
    await vscode.commands.executeCommand('type', { text: 'mine ' });
    await answer(editor, [...text('yours'), pause(), ...text(' too'), stop]);
    assert.equal(editor.document.getText(), 'mine yours too');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'mine ');
  });

  it('goes with one undo although the file is saved meanwhile, as VS Code does by itself', async () => {
    const editor = await open('a\n  b\n', new vscode.Selection(1, 2, 1, 2));
    const gate = Promise.withResolvers<void>();
    const writing = answer(editor, [...text('```\none'), gate.promise, ...text(', two'), stop]);
    await until('the first text', () => (editor.document.getText().includes('one') ? true : undefined));
    await editor.document.save();
    gate.resolve();
    await writing;
    assert.equal(editor.document.getText(), 'a\n  one, two\n  b\n');
    assert(editor.selection.active.isEqual(new vscode.Position(1, 10)));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'a\n  b\n');
  });

  it('is the first where the model gives several', async () => {
    const editor = await open('', new vscode.Selection(0, 0, 0, 0));
    const other = { type: 'text', text: 'two', alternative: 1 } as const;
    await answer(editor, [...text('o'), other, ...text('ne'), other, stop]);
    assert.equal(editor.document.getText(), 'one');
  });

  it('has the line breaks of the document', async () => {
    const editor = await open('a\r\n\r\nb', new vscode.Selection(1, 0, 1, 0));
    await answer(editor, [...text('1\n2'), pause(), ...text('\n3'), stop]);
    assert.equal(editor.document.getText(), 'a\r\n1\r\n2\r\n3\r\nb');
  });

  it('is whole in a plain text file, with what stands around its code', async () => {
    const editor = await open('', new vscode.Selection(0, 0, 0, 0));
    const whole = 'Some text.\n\n```js\na\n```\n\nand after';
    const createStripper = (): FenceStripper => new FenceStripper({ intoProse: isProse(editor.document) });
    await answer(editor, [...text(whole), stop], createStripper);
    assert.equal(editor.document.getText(), whole);
  });

  it('is indented with tabs in a file that is, and with spaces in one that is', async () => {
    const tabbed = await open('if (a) {\n\tb();\n\t\n}\n', new vscode.Selection(2, 1, 2, 1), 'c');
    await answer(tabbed, [...text('if (c) {\n   '), pause(), ...text(' d();\n}'), stop]);
    assert.equal(tabbed.document.getText(), 'if (a) {\n\tb();\n\tif (c) {\n\t\td();\n\t}\n}\n');
    const spaced = await open('if (a) {\n  b();\n  \n}\n', new vscode.Selection(2, 2, 2, 2), 'c');
    spaced.options = { insertSpaces: true, tabSize: 2 };
    await answer(spaced, [...text('if (c) {\n\td();\n}'), stop]);
    assert.equal(spaced.document.getText(), 'if (a) {\n  b();\n  if (c) {\n    d();\n  }\n}\n');
  });

  it('stays in its place while lines above it come and go', async () => {
    const editor = await open('first\nsecond\n', new vscode.Selection(1, 6, 1, 6));
    const gate = Promise.withResolvers<void>();
    const writing = answer(editor, [...text('```\n, one'), gate.promise, ...text(', two'), stop]);
    await until('the first text', () => (editor.document.getText().includes(', one') ? true : undefined));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), 'new\nlines\n');
    edit.delete(editor.document.uri, new vscode.Range(0, 0, 0, 5));
    await vscode.workspace.applyEdit(edit);
    gate.resolve();
    await writing;
    assert.equal(editor.document.getText(), 'new\nlines\n\nsecond, one, two\n');
  });

  it('waits while its tab is behind another, and goes on when it is back', async () => {
    const editor = await open('', new vscode.Selection(0, 0, 0, 0));
    const gate = Promise.withResolvers<void>();
    const writing = answer(editor, [...text('```\nbefore'), gate.promise, ...text(', after'), stop]);
    await until('the first text', () => (editor.document.getText() === 'before' ? true : undefined));
    await open('in front', new vscode.Selection(0, 0, 0, 0));
    gate.resolve();
    await pause();
    assert.equal(editor.document.getText(), 'before');
    await vscode.window.showTextDocument(editor.document);
    await writing;
    assert.equal(editor.document.getText(), 'before, after');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '');
  });

  it('is kept in its chat when the document is closed', async () => {
    const editor = await open('', new vscode.Selection(0, 0, 0, 0));
    const gate = Promise.withResolvers<void>();
    const writing = answer(editor, [...text('```\nbefore'), gate.promise, ...text(', after'), stop]);
    await until('the first text', () => (editor.document.getText() === 'before' ? true : undefined));
    await closeAllEditors();
    gate.resolve();
    await writing;
    assert.deepEqual(lost, ['closed']);
    assert.equal(await answerInChat(), '```\nbefore, after');
  });

  it('keeps what was written when it is stopped, apart from the code behind it', async () => {
    const editor = await open('return x;', new vscode.Selection(0, 0, 0, 0));
    const writing = answer(editor, [...text('```\nso far'), silence()]);
    await until('the first text', () => (editor.document.getText().startsWith('so far') ? true : undefined));
    await answers.stop();
    await writing;
    assert.equal(editor.document.getText(), 'so far\nreturn x;');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'return x;');
  });

  /** The last answer of the only chat. */
  const answerInChat = async (): Promise<string | undefined> => {
    await conversations.closeAll();
    const { store } = stores(directory);
    const [chat] = await store.list();
    const opened = await store.open(chat?.id ?? '');
    assert(opened.status === 'opened');
    await opened.journal.close();
    const message = opened.state.messages.at(-1);
    return message?.role === 'assistant' ? message.text : undefined;
  };
});

function stores(directory: string) {
  const blobs = createBlobStore(path.join(directory, 'blobs'));
  const store = createConversationStore({
    directory: path.join(directory, 'chats'),
    blobs,
    derived: createDerivedForms({ directory: path.join(directory, 'derived'), blobs }),
    draftBlobs: () => Promise.resolve(new Set()),
    describeInterruption,
  });
  return { store, blobs };
}

/** Longer than text is held back, so that what comes after it is another edit. All pauses of a script begin with it. */
function pause(count = 1): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 120));
}
