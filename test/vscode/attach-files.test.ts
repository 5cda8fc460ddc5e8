import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TextAttachment } from '../../src/shared/attachment/attachment';
import { sha256Of } from '../../src/store/sha256';
import { findChangedFiles } from '../../src/vscode/attachments/find-changed-files';
import { readUris, type ReadFiles } from '../../src/vscode/attachments/read-uris';

describe('reading files to attach', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'iris-files-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, content = 'text\n'): vscode.Uri => {
    writeFileSync(path.join(folder, name), content);
    return vscode.Uri.file(path.join(folder, name));
  };
  const at = (name: string): vscode.Uri => vscode.Uri.file(path.join(folder, name));
  const names = ({ files }: ReadFiles): readonly string[] => files.map(({ name }) => name);

  it('gives their bytes and the language that VS Code has for their names', async () => {
    const { files, problems } = await readUris([
      write('a.ts'),
      write('orders.csv'),
      write('Dockerfile'),
      write('notes'),
    ]);
    assert.deepEqual(
      files.map(({ name, languageOfName }) => [name, languageOfName]),
      [
        ['a.ts', 'typescript'],
        ['orders.csv', 'csv'],
        ['Dockerfile', 'dockerfile'],
        ['notes', undefined],
      ],
    );
    assert.deepEqual(problems, []);
    assert(files.every(({ isWholeFile }) => isWholeFile));
  });

  it('refuses a file of 4 GB by its size alone, and keeps the others', async () => {
    const huge = write('huge.bin');
    truncateSync(huge.fsPath, 4 * 1024 ** 3);
    const read = await readUris([huge, write('good.txt')]);
    assert.deepEqual(names(read), ['good.txt']);
    assert.match(read.problems.join(), /^"huge\.bin" has 4,096 MB and at most \d+ MB are read\./);
  });

  it('refuses pipes and devices without opening them', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    const read = await readUris([at('pipe'), vscode.Uri.file('/dev/zero'), write('good.txt')]);
    assert.deepEqual(names(read), ['good.txt']);
    assert.deepEqual(read.problems, [
      '"pipe" is a pipe, a socket or a device, not a file. Save what comes out of it and attach that.',
      '"zero" is a pipe, a socket or a device, not a file. Save what comes out of it and attach that.',
    ]);
  });

  it('says what is gone, what leads nowhere and what may not be read', async () => {
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dangling'));
    const locked = write('locked.txt');
    chmodSync(locked.fsPath, 0);
    const read = await readUris([at('gone.txt'), at('dangling'), locked, write('good.txt')]);
    const isRoot = process.getuid?.() === 0;
    assert.deepEqual(names(read), isRoot ? ['locked.txt', 'good.txt'] : ['good.txt']);
    assert.match(read.problems[0] ?? '', /^"gone\.txt" is not there any more/);
    assert.match(read.problems[1] ?? '', /^"dangling" (is a link that leads to no file|is not there any more)/);
    assert(isRoot || /^"locked\.txt" may not be read/.test(read.problems[2] ?? ''));
  });

  it('says where a link in the workspace leads to, if out of it', async () => {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    const target = write('secret.txt');
    const [outside, inside] = [path.join(workspace, 'outside.txt'), path.join(workspace, 'inside.md')];
    symlinkSync(target.fsPath, outside);
    symlinkSync(path.join(workspace, 'README.md'), inside);
    try {
      const read = await readUris([vscode.Uri.file(outside), vscode.Uri.file(inside)]);
      assert.deepEqual(names(read), ['outside.txt', 'inside.md']);
      assert.deepEqual(read.problems, [
        `"outside.txt" is a link out of the workspace; what is attached is ${target.fsPath}.`,
      ]);
    } finally {
      unlinkSync(outside);
      unlinkSync(inside);
    }
  });

  it('finds the attachments whose files hold other bytes by now, and no others', async () => {
    const attachment = async (name: string): Promise<TextAttachment> => {
      const uri = write(name);
      const bytes = await vscode.workspace.fs.readFile(uri);
      const sha256 = await sha256Of(bytes);
      const blob = { sha256, mediaType: 'text/plain', byteLength: bytes.byteLength };
      const base = { kind: 'text', languageId: 'plaintext', source: blob, parts: [], reasons: [] } as const;
      return { ...base, id: name, name, origin: uri.toString(), fileSha256: sha256 };
    };
    const attachments = await Promise.all(['same.txt', 'changed.txt', 'gone.txt', 'folder.txt'].map(attachment));
    write('changed.txt', 'other\n');
    unlinkSync(at('gone.txt').fsPath);
    unlinkSync(at('folder.txt').fsPath);
    mkdirSync(at('folder.txt').fsPath);
    assert.deepEqual([...(await findChangedFiles(attachments))], ['changed.txt']);
  });
});
