import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createBlobStore } from '../../src/store/file-blob-store';
import { BlobFileSystem } from '../../src/vscode/blobs/blob-file-system';
import { blobUri } from '../../src/vscode/blobs/blob-uri';
import { irisApi } from './support/iris';

const missing = { sha256: '0'.repeat(64), mediaType: 'image/png' };

describe('stored pictures as files', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-blobs-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('hold the stored bytes under the name that people know', async () => {
    const blobs = createBlobStore(directory);
    const bytes = Buffer.from('picture');
    const blob = await blobs.put(bytes, 'image/webp');
    const uri = blobUri(blob, 'error.png');
    assert.equal(uri.path, '/error.webp');
    const files = new BlobFileSystem(blobs);
    assert.deepEqual(Buffer.from(await files.readFile(uri)), bytes);
    assert.deepEqual(await files.stat(uri), {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: bytes.byteLength,
      permissions: vscode.FilePermission.Readonly,
    });
  });

  it('have names that are safe whatever the attachment is called', () => {
    for (const name of ['../../etc/passwd', 'a/b\\c.png', '', '.png', 'naïve 画像.svg', '?#%.png']) {
      const { path: uriPath, scheme, query, fragment } = blobUri(missing, name);
      assert.match(uriPath, /^\/[^/\\?#%]+\.png$/);
      assert.deepEqual([scheme, query, fragment], ['iris-blob', missing.sha256, '']);
    }
  });

  it('are found by nothing but their hash', async () => {
    await irisApi();
    const { sha256 } = missing;
    for (const address of ['/', '/a.png', `/a.png?${sha256}`, `/${sha256}/a.png`, '/../a.png?..', '/etc/passwd']) {
      await assert.rejects(
        Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.parse(`iris-blob:${address}`))),
        vscode.FileSystemError,
      );
    }
  });

  it('cannot be written, renamed or deleted', async () => {
    await irisApi();
    const uri = blobUri(missing, 'a.png');
    const { fs } = vscode.workspace;
    await assert.rejects(Promise.resolve(fs.writeFile(uri, Buffer.from('x'))));
    await assert.rejects(Promise.resolve(fs.rename(uri, uri.with({ path: '/b/c.png' }))));
    await assert.rejects(Promise.resolve(fs.delete(uri)));
    await assert.rejects(Promise.resolve(fs.createDirectory(uri)));
  });
});
