import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { NewAttachment } from '../../src/attachments/new-attachment';
import { askAboutChanges } from '../../src/vscode/commands/ask-about-changes';
import { askAboutNotebookOutput } from '../../src/vscode/commands/ask-about-notebook-output';
import { askAboutProblems } from '../../src/vscode/commands/ask-about-problems';
import { askAboutTerminalSelection } from '../../src/vscode/commands/ask-about-terminal-selection';
import { until } from './support/iris';

describe('asking about what VS Code shows', function () {
  this.timeout(60_000);
  let attached: NewAttachment[] = [];
  const panels = {
    attach: (files: readonly NewAttachment[]): Promise<void> => {
      attached.push(...files);
      return Promise.resolve();
    },
  };
  const text = (): string => Buffer.from(attached[0]?.bytes ?? []).toString();
  beforeEach(() => (attached = []));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('attaches the problems of all files with the lines they are in', async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert(workspace);
    const uri = vscode.Uri.joinPath(workspace.uri, 'shop', 'cart.js');
    const found = new vscode.Diagnostic(
      new vscode.Range(0, 0, 0, 3),
      'Something is wrong.',
      vscode.DiagnosticSeverity.Warning,
    );
    found.source = 'check';
    found.code = 'rule-1';
    const collection = vscode.languages.createDiagnosticCollection('test');
    collection.set(uri, [found]);
    try {
      await askAboutProblems(panels).run();
      assert.deepEqual([attached[0]?.name, attached[0]?.languageId], ['Problems', 'plaintext']);
      const [firstLine = ''] = (await vscode.workspace.openTextDocument(uri)).getText().split('\n');
      assert.equal(
        text(),
        `shop/cart.js\n  1:1 warning check(rule-1): Something is wrong.${firstLine.trim() === '' ? '' : `\n    > ${firstLine.trim()}`}`,
      );
    } finally {
      collection.dispose();
    }
  });

  it('attaches the cells that are selected in an open notebook, with their outputs', async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert(workspace);
    const uri = vscode.Uri.joinPath(workspace.uri, 'documents', 'analysis.ipynb');
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    const editor = await vscode.window.showNotebookDocument(notebook);
    editor.selections = [new vscode.NotebookRange(3, 4)];
    await until('the selection', () => (editor.selections[0]?.start === 3 ? true : undefined));
    await askAboutNotebookOutput(panels).run();
    assert.equal(attached[0]?.name, 'analysis (cell 4).ipynb');
    const { cells } = JSON.parse(text()) as {
      cells: { source: string; outputs: { data: Record<string, string> }[] }[];
    };
    assert.deepEqual(
      cells.map(({ source }) => source),
      ['plot(by_month)'],
    );
    const picture = Buffer.from(cells[0]?.outputs[0]?.data['image/png'] ?? '', 'base64');
    assert.equal(picture.subarray(1, 4).toString(), 'PNG');
  });

  it('attaches the changes of a repository, staged ones and others, and names new files', async () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'iris-changes-')));
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        encoding: 'utf8',
      });
    try {
      git('init', '--quiet');
      writeFileSync(path.join(folder, 'a.txt'), 'one\n');
      git('add', '.');
      git('commit', '--quiet', '--message', 'First');
      writeFileSync(path.join(folder, 'a.txt'), 'two\n');
      writeFileSync(path.join(folder, 'new.txt'), 'new\n');
      const extension = vscode.extensions.getExtension<{
        readonly enabled: boolean;
        getAPI(version: 1): { openRepository(uri: vscode.Uri): Promise<unknown> };
      }>('vscode.git');
      // Tests run with Git switched off, so that VS Code does not look into the folders above the workspace.
      await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
      const extensionOfGit = await extension?.activate();
      assert(extensionOfGit);
      const api = await until('Git', () => (extensionOfGit.enabled ? extensionOfGit.getAPI(1) : undefined));
      await api.openRepository(vscode.Uri.file(folder));
      await askAboutChanges(panels).run({ rootUri: vscode.Uri.file(folder) });
      assert.deepEqual([attached[0]?.name, attached[0]?.languageId], [`Changes in ${path.basename(folder)}`, 'diff']);
      assert.match(text(), /^# Changes that are not staged\n\ndiff --git a\/a\.txt b\/a\.txt\n[^]*\n-one\n\+two\n/);
      assert.match(text(), /# New files that Git does not know, without their content\n\nnew\.txt$/);
      assert(!text().includes('Staged changes'));
    } finally {
      await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global);
      rmSync(folder, { recursive: true });
    }
  });

  it('attaches what is selected in the terminal and leaves the clipboard as it was', async () => {
    const terminal = vscode.window.createTerminal({ name: 'test', shellPath: '/bin/sh' });
    try {
      terminal.show();
      await vscode.env.clipboard.writeText('what was copied before');
      terminal.sendText('echo value-$((40 + 2))');
      await until('the selection', async () => {
        await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
        attached = [];
        await askAboutTerminalSelection(panels).run();
        return text().includes('value-42') ? true : undefined;
      });
      assert.deepEqual([attached[0]?.name, attached[0]?.languageId], ['Selection in test', 'console']);
      assert.equal(await vscode.env.clipboard.readText(), 'what was copied before');
    } finally {
      terminal.dispose();
    }
  });
});
