import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openNamedFile } from '../../src/vscode/panel/open-named-file';
import { closeAllEditors } from './support/editors';

describe('a file that an answer names', () => {
  beforeEach(closeAllEditors);
  after(closeAllEditors);

  const shown = (): readonly unknown[] => {
    const editor = vscode.window.activeTextEditor;
    return [editor && vscode.workspace.asRelativePath(editor.document.uri), editor?.selection.active.line];
  };

  it('opens at the line that is meant', async () => {
    await openNamedFile({ path: 'shop/cart.js', line: 3 });
    assert.deepEqual(shown(), ['shop/cart.js', 2]);
  });

  it('is found by the end of its path', async () => {
    await openNamedFile({ path: 'cart.js', line: 2 });
    assert.deepEqual(shown(), ['shop/cart.js', 1]);
  });

  it('is not looked for outside of the workspace, and what is not there is named', async () => {
    for (const path of ['/etc/hosts.conf', '../package.json', 'shop/nothing.js']) {
      await assert.rejects(openNamedFile({ path }), (error: Error) => error.message.includes(`“${path}”`));
    }
    assert.deepEqual(shown(), [undefined, undefined]);
  });
});
