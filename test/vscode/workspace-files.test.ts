import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { readSchemaFile } from '../../src/vscode/workspace/read-schema-file';
import { readWorkspaceText } from '../../src/vscode/workspace/read-workspace-text';

describe('a file of the workspace', () => {
  let directory: string;
  let folder: vscode.Uri;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-workspace-'));
    await mkdir(path.join(directory, 'app', 'schemas'), { recursive: true });
    folder = vscode.Uri.file(path.join(directory, 'app'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const write = (name: string, content: string | Uint8Array) => writeFile(path.join(directory, name), content);
  const read = (name: string, maxBytes = 1024) => readWorkspaceText({ folder, path: name, maxBytes });

  it('is read as UTF-8, with and without a byte order mark', async () => {
    await write('app/schemas/one.txt', 'Grüße');
    assert.deepEqual(await read('schemas/one.txt'), { status: 'read', text: 'Grüße' });
    await write('app/two.txt', '\ufeffGrüße');
    assert.deepEqual(await read('two.txt'), { status: 'read', text: 'Grüße' });
  });

  it('is missing where it or its folder is', async () => {
    assert.deepEqual(await read('one.txt'), { status: 'missing' });
    assert.deepEqual(await read('none/one.txt'), { status: 'missing' });
  });

  it('is read up to its limit, and as text only', async () => {
    await write('app/large.txt', 'x'.repeat(1024));
    assert.equal((await read('large.txt')).status, 'read');
    await write('app/large.txt', 'x'.repeat(1025));
    assert.deepEqual(await read('large.txt'), { status: 'unreadable', problem: 'is larger than 1 KB' });
    await write('app/binary', Uint8Array.of(0x89, 0x50, 0xff, 0xfe));
    assert.deepEqual(await read('binary'), { status: 'unreadable', problem: 'is not UTF-8 text' });
    await write('app/zero', 'a\0b');
    assert.deepEqual(await read('zero'), { status: 'unreadable', problem: 'is not text' });
    assert.deepEqual(await read('schemas'), { status: 'unreadable', problem: 'is not a file' });
  });

  it('is never one outside of its folder, be it by name or by a link', async () => {
    await write('secret.txt', 'secret');
    await write('app/inside.txt', 'inside');
    const elsewhere = [
      '../secret.txt',
      'schemas/../../secret.txt',
      path.join(directory, 'secret.txt'),
      'c:/secret.txt',
    ];
    for (const name of [...elsewhere, '..\\secret.txt', '', './inside.txt']) {
      assert.deepEqual(
        await read(name),
        { status: 'unreadable', problem: 'is not a path inside of the workspace folder' },
        name,
      );
    }
    await symlink(path.join(directory, 'secret.txt'), path.join(directory, 'app', 'file-link'));
    await symlink(directory, path.join(directory, 'app', 'folder-link'));
    for (const name of ['file-link', 'folder-link/secret.txt']) {
      const problem = 'is a link that leads out of the workspace folder';
      assert.deepEqual(await read(name), { status: 'unreadable', problem });
    }
    await symlink(path.join(directory, 'app', 'inside.txt'), path.join(directory, 'app', 'schemas', 'inner-link'));
    assert.deepEqual(await read('schemas/inner-link'), { status: 'read', text: 'inside' });
  });

  describe('that is a schema', () => {
    const folders = (isTrusted = true, ...more: readonly string[]) => ({
      isTrusted,
      workspaceFolders: ['app', ...more].map((name, index) => ({
        uri: vscode.Uri.file(path.join(directory, name)),
        name,
        index,
      })),
    });

    it('is the JSON object in it, from the first folder that has it', async () => {
      await mkdir(path.join(directory, 'lib'));
      await write('lib/schema.json', '{"type": "string"}');
      assert.deepEqual(await readSchemaFile('schema.json', folders(true, 'lib')), { type: 'string' });
      await write('app/schema.json', '{"type": "object"}');
      assert.deepEqual(await readSchemaFile('schema.json', folders(true, 'lib')), { type: 'object' });
      await write('app/schemas/deep.json', '{}');
      assert.deepEqual(await readSchemaFile('schemas\\deep.json', folders()), {});
    });

    it('is refused with its name and the reason', async () => {
      await write('app/list.json', '[]');
      await write('app/broken.json', '{"type": ');
      await write('app/large.json', JSON.stringify({ text: 'x'.repeat(256 * 1024) }));
      const cases: readonly (readonly [string, RegExp])[] = [
        ['none.json', /^The schema file "none.json" is not in the workspace folder\.$/],
        ['list.json', /"list.json" must hold a JSON object\.$/],
        ['broken.json', /"broken.json" is not valid JSON: .+\.$/],
        ['large.json', /"large.json" is larger than 256 KB\.$/],
        ['../app/list.json', /is not a path inside of the workspace folder\.$/],
      ];
      for (const [name, message] of cases) {
        await assert.rejects(readSchemaFile(name, folders()), { message });
      }
    });

    it('is not read where no folder is open, nor in one that is not trusted', async () => {
      await write('app/schema.json', '{}');
      await assert.rejects(readSchemaFile('schema.json', folders(false)), {
        message: /only in a workspace that you trust/,
      });
      await assert.rejects(readSchemaFile('schema.json', { isTrusted: true, workspaceFolders: undefined }), {
        message: /no folder is open/,
      });
    });
  });
});
