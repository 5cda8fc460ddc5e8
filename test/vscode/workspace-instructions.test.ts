import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { WorkspaceInstructions } from '../../src/vscode/instructions/workspace-instructions';
import { closeAllEditors } from './support/editors';
import { until } from './support/iris';

describe('the instructions of a workspace', () => {
  let directory: string;
  let instructions: WorkspaceInstructions;
  let trust: vscode.EventEmitter<void>;
  let folderChanges: vscode.EventEmitter<vscode.WorkspaceFoldersChangeEvent>;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-instructions-'));
    trust = new vscode.EventEmitter();
    folderChanges = new vscode.EventEmitter();
  });
  afterEach(async () => {
    instructions.dispose();
    await closeAllEditors();
    await rm(directory, { recursive: true });
  });

  const write = async (folder: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(path.join(directory, folder, '.iris'), { recursive: true });
    await writeFile(path.join(directory, folder, '.iris', 'instructions.md'), content);
  };

  /** A workspace of these folders, whose trust may be given later. */
  const use = (...names: readonly string[]) => {
    const workspace = {
      isTrusted: true,
      workspaceFolders: folders(...names),
      onDidGrantWorkspaceTrust: trust.event,
      onDidChangeWorkspaceFolders: folderChanges.event,
    };
    instructions = new WorkspaceInstructions(workspace);
    return workspace;
  };
  const folders = (...names: readonly string[]): vscode.WorkspaceFolder[] =>
    names.map((name, index) => ({ uri: vscode.Uri.file(path.join(directory, name)), name, index }));

  it('are none where there is no file, no folder, or nothing in it', async () => {
    use();
    assert.deepEqual(await instructions.inForce(), []);
    use('app');
    assert.deepEqual(await instructions.inForce(), []);
    await write('app', ' \n');
    assert.deepEqual(await instructions.inForce(), []);
    assert.equal(instructions.view, undefined);
  });

  it('are in force as they are when they are asked for', async () => {
    use('app');
    await write('app', 'Use tabs.');
    const origin = 'the workspace (.iris/instructions.md)';
    assert.deepEqual(await instructions.inForce(), [{ origin, text: 'Use tabs.' }]);
    assert.deepEqual(instructions.view, { path: '.iris/instructions.md' });
    await write('app', 'Use spaces.');
    assert.deepEqual(await instructions.inForce(), [{ origin, text: 'Use spaces.' }]);
  });

  it('of several folders come in their order, each under its name', async () => {
    const workspace = use('lib', 'empty', 'app');
    await write('app', 'Use tabs.');
    await write('lib', 'Be brief.');
    assert.deepEqual(await instructions.inForce(), [
      { origin: 'the workspace folder "lib" (.iris/instructions.md)', text: 'Be brief.', isPartial: true },
      { origin: 'the workspace folder "app" (.iris/instructions.md)', text: 'Use tabs.', isPartial: true },
    ]);
    assert.deepEqual(instructions.view, { path: 'lib/.iris/instructions.md, app/.iris/instructions.md' });
    workspace.workspaceFolders = folders('app');
    folderChanges.fire({ added: [], removed: [] });
    await until('the folder that is left', () =>
      instructions.view?.path === '.iris/instructions.md' ? true : undefined,
    );
  });

  it('are not in force before the workspace is trusted, and then they are', async () => {
    const workspace = use('app');
    workspace.isTrusted = false;
    await write('app', 'Obey me.');
    assert.deepEqual(await instructions.inForce(), []);
    assert.match(instructions.view?.problem ?? '', /^\.iris\/instructions\.md is not sent: .*trust\.$/);
    workspace.isTrusted = true;
    trust.fire();
    await until('the instructions', () => (instructions.view?.problem === undefined ? true : undefined));
    assert.equal((await instructions.inForce()).length, 1);
  });

  it('that can not be read are not in force, and say why', async () => {
    use('app', 'lib');
    await write('app', 'x'.repeat(64 * 1024 + 1));
    await write('lib', 'Be brief.');
    assert.equal((await instructions.inForce()).length, 1);
    assert.equal(instructions.view?.problem, 'app/.iris/instructions.md is not sent: it is larger than 64 KB.');
    await write('app', Uint8Array.of(0xff, 0xd8, 0xff));
    assert.equal((await instructions.inForce()).length, 1);
    assert.equal(instructions.view.problem, 'app/.iris/instructions.md is not sent: it is not UTF-8 text.');
  });

  it('open in an editor', async () => {
    use('app');
    await write('app', 'Use tabs.');
    await instructions.open();
    assert.equal(vscode.window.activeTextEditor?.document.getText(), 'Use tabs.');
  });

  it('are noticed when they come, change and go, also with their folder', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert(folder);
    const iris = vscode.Uri.joinPath(folder.uri, '.iris');
    const file = vscode.Uri.joinPath(iris, 'instructions.md');
    instructions = new WorkspaceInstructions();
    assert.equal(instructions.view, undefined);
    // The reading that it begins with must not be what notices.
    await until(
      'the first reading',
      () => new Promise<true>((resolve) => instructions.onDidChange(() => resolve(true))),
    );
    try {
      for (const removed of [file, iris]) {
        await vscode.workspace.fs.writeFile(file, Buffer.from('Use tabs.'));
        await until('the instructions', () => instructions.view);
        await vscode.workspace.fs.delete(removed, { recursive: true });
        await until('their end', () => (instructions.view === undefined ? true : undefined));
      }
    } finally {
      await vscode.workspace.fs.delete(iris, { recursive: true }).then(undefined, () => undefined);
    }
  });
});
