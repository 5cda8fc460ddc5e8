import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { insertAtCursor, openDocument, openLink } from '../../src/vscode/panel/answer-actions';
import { closeAllEditors } from './support/editors';

describe('what people do with an answer', () => {
  let directory: string;
  beforeEach(async () => {
    await closeAllEditors();
    directory = await mkdtemp(path.join(tmpdir(), 'iris-actions-'));
  });
  afterEach(async () => {
    await closeAllEditors();
    await rm(directory, { recursive: true });
  });

  it('inserts code in place of each selection, and one undo takes it back', async () => {
    const file = vscode.Uri.file(path.join(directory, 'a.txt'));
    await vscode.workspace.fs.writeFile(file, Buffer.from('a b a'));
    const editor = await vscode.window.showTextDocument(file);
    editor.selections = [new vscode.Selection(0, 0, 0, 1), new vscode.Selection(0, 4, 0, 5)];
    await insertAtCursor('let x;');
    assert.equal(editor.document.getText(), 'let x; b let x;');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'a b a');
  });

  it('inserts code before a line of code as lines of its own, and within a line as it is', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'function f() {\n  return x;\n}\n' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    await insertAtCursor('let x = 1;');
    assert.equal(document.getText(), 'function f() {\n  let x = 1;\n  return x;\n}\n');
    editor.selection = new vscode.Selection(0, 0, 1, 0);
    await insertAtCursor('function g() {');
    assert.equal(document.getText(), 'function g() {\n  let x = 1;\n  return x;\n}\n');
    editor.selection = new vscode.Selection(2, 2, 2, 8);
    await insertAtCursor('throw');
    editor.selection = new vscode.Selection(3, 1, 3, 1);
    await insertAtCursor(';');
    assert.equal(document.getText(), 'function g() {\n  let x = 1;\n  throw x;\n};\n');
  });

  it('indents code as the place where it goes', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'function f() {\n  return x;\n}\n' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    await insertAtCursor('if (!x) {\n  y();\n}');
    assert.equal(document.getText(), 'function f() {\n  if (!x) {\n    y();\n  }\n  return x;\n}\n');
  });

  it('indents code in the unit of the document', async () => {
    const content = 'function f() {\n\treturn x;\n}\n';
    const document = await vscode.workspace.openTextDocument({ content, language: 'c' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 1, 1, 1);
    await insertAtCursor('if (!x) {\n    y();\n}');
    assert.equal(document.getText(), 'function f() {\n\tif (!x) {\n\t\ty();\n\t}\n\treturn x;\n}\n');
  });

  it('says that there is nothing to insert into', async () => {
    await assert.rejects(insertAtCursor('let x;'), /no open editor/);
  });

  it('says that a file is read-only', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('iris-test', {
      provideTextDocumentContent: () => 'fixed',
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('iris-test:/fixed.txt'));
    await vscode.window.showTextDocument(document);
    await assert.rejects(insertAtCursor('let x;'), /read-only/);
    assert.equal(document.getText(), 'fixed');
    provider.dispose();
  });

  it('opens code in a new document, of its language where that is known', async () => {
    await openDocument('print(1)\n', 'py');
    const python = vscode.window.activeTextEditor?.document;
    await openDocument('moo', 'cowsay --text');
    const unknown = vscode.window.activeTextEditor?.document;
    assert.deepEqual([python?.languageId, python?.getText()], ['python', 'print(1)\n']);
    assert.deepEqual([unknown?.languageId, unknown?.getText()], ['plaintext', 'moo']);
    assert(python?.isUntitled && unknown?.isUntitled);
  });

  it('opens addresses as they are written, with what is encoded in them', async () => {
    const opened: unknown[] = [];
    const { openExternal } = vscode.env;
    Object.assign(vscode.env, { openExternal: (target: unknown) => Promise.resolve(opened.push(target) > 0) });
    const address = 'https://example.com/a%2Fb?next=https%3A%2F%2Fexample.org%2F%3Fq%3D1%2B1#c%23d';
    await openLink(address);
    Object.assign(vscode.env, { openExternal });
    assert.deepEqual(opened, [address]);
  });

  it('opens nothing but web and mail addresses', async () => {
    for (const url of ['command:workbench.action.quit', 'file:///etc/passwd', 'vscode://x/y', 'javascript:alert(1)']) {
      await openLink(url);
    }
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });
});
