import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { EditorTarget } from '../../src/vscode/editor/editor-target';
import { insertionAt } from '../../src/vscode/editor/insertion';
import { isReadOnly } from '../../src/vscode/editor/is-read-only';
import { irisApi, until } from './support/iris';

describe('a place in an editor that text is written to', () => {
  let directory: string;
  let target: EditorTarget | undefined;
  let undone = 0;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-target-'));
    undone = 0;
  });
  afterEach(async () => {
    target?.dispose();
    while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await rm(directory, { recursive: true });
  });

  const open = async (content: string, selection: vscode.Selection): Promise<vscode.TextEditor> => {
    const uri = vscode.Uri.file(path.join(directory, 'file.txt'));
    await vscode.workspace.fs.writeFile(uri, Buffer.from(content));
    return await vscode.window.showTextDocument(uri, { preview: false, selection });
  };

  const targetOf = ({ document, selection }: vscode.TextEditor, after = ''): EditorTarget => {
    target = new EditorTarget({ document, range: selection, after, onUndone: () => undone++ });
    return target;
  };

  it('takes another text in the place of the first, still in one undo step', async () => {
    const editor = await open('a b c', new vscode.Selection(0, 2, 0, 3));
    const place = targetOf(editor);
    await place.write('first ');
    await place.write('try');
    place.restart();
    await place.write('second');
    await place.write(' try');
    assert.equal(editor.document.getText(), 'a second try c');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'a b c');
  });

  it('keeps apart what stands behind it from the first piece on, whatever becomes of the rest', async () => {
    const editor = await open('  run();\r\n', new vscode.Selection(0, 2, 0, 2));
    const place = targetOf(editor, '\n  ');
    await place.write('open');
    assert.equal(editor.document.getText(), '  open\r\n  run();\r\n');
    await place.write('();\n  go();');
    assert.equal(editor.document.getText(), '  open();\r\n  go();\r\n  run();\r\n');
    place.restart();
    await place.write('start();');
    assert.equal(editor.document.getText(), '  start();\r\n  run();\r\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '  run();\r\n');
  });

  it('leaves what is typed afterwards to an undo of its own', async () => {
    const editor = await open('', new vscode.Selection(0, 0, 0, 0));
    const place = targetOf(editor);
    await place.write('yours');
    await place.write(' too');
    await place.finish();
    await vscode.commands.executeCommand('type', { text: '!' });
    assert.equal(editor.document.getText(), 'yours too!');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'yours too');
  });

  it('tells when the person takes back what is being written', async () => {
    const editor = await open('mine', new vscode.Selection(0, 4, 0, 4));
    const place = targetOf(editor);
    await place.write(' yours');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'mine');
    assert.equal(undone, 1);
  });

  it('carries the cursor along, unless the person has moved it', async () => {
    const editor = await open('a\nb', new vscode.Selection(0, 1, 0, 1));
    const place = targetOf(editor);
    await place.write('1\n2');
    await until('the cursor at the end', () => (editor.selection.active.isEqual(at(1, 1)) ? true : undefined));
    editor.selection = new vscode.Selection(at(2, 0), at(2, 0));
    await place.write('3');
    assert.equal(editor.document.getText(), 'a1\n23\nb');
    assert(editor.selection.active.isEqual(at(2, 0)));
  });

  it('refuses where the editor is read-only', async () => {
    const editor = await open('fixed', new vscode.Selection(0, 0, 0, 0));
    const place = targetOf(editor);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    assert.equal(await place.write('no'), 'refused');
    assert.equal(editor.document.getText(), 'fixed');
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  });
});

describe('where an answer goes', () => {
  const insertionIn = async (content: string, selection: vscode.Selection) =>
    insertionAt({ document: await vscode.workspace.openTextDocument({ content }), options: {} }, selection);

  it('is the cursor, at the indentation of its line', async () => {
    assert.deepEqual(await insertionIn('if (a) {\n    \n}', new vscode.Selection(1, 4, 1, 4)), {
      range: new vscode.Range(1, 4, 1, 4),
      indentation: '    ',
      firstLine: '',
      after: '',
    });
  });

  it('is a line of its own where code follows the cursor', async () => {
    const inFront = (character: number) => insertionIn('  run();', new vscode.Selection(0, character, 0, character));
    assert.equal((await inFront(0)).after, '\n');
    assert.equal((await inFront(2)).after, '\n  ');
    assert.equal((await inFront(5)).after, '');
    assert.equal((await inFront(8)).after, '');
  });

  it('is the selection without its last line break, indented like its first line', async () => {
    assert.deepEqual(await insertionIn('a\n  b\n  c\nd', new vscode.Selection(1, 0, 3, 0)), {
      range: new vscode.Range(1, 0, 2, 3),
      indentation: '  ',
      firstLine: '  ',
      after: '',
    });
  });

  it('begins behind what stands in front of the selection', async () => {
    assert.deepEqual(await insertionIn('  let a = 1;', new vscode.Selection(0, 10, 0, 11)), {
      range: new vscode.Range(0, 10, 0, 11),
      indentation: '  ',
      firstLine: '',
      after: '',
    });
  });
});

describe('a document that is read-only', () => {
  it('is told from one that is not', async () => {
    await irisApi();
    assert.equal(await isReadOnly(vscode.Uri.parse('output:some')), true);
    const blob = vscode.Uri.parse('iris-blob:/none/none.txt');
    await until('what VS Code knows of the file system', async () => (await isReadOnly(blob)) || undefined);
    assert.equal(await isReadOnly(vscode.Uri.parse('untitled:Untitled-1')), false);
    assert.equal(await isReadOnly(vscode.Uri.file(__filename)), false);
  });
});

function at(line: number, character: number): vscode.Position {
  return new vscode.Position(line, character);
}
