import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { irisExtension } from './support/iris';
import { manifest } from './support/manifest';

describe('activation', () => {
  it('waits until something of Iris is used', () => {
    assert.deepEqual(
      manifest().activationEvents.filter((event) => !/^(onCommand|onView|onWebviewPanel|onFileSystem):/.test(event)),
      [],
    );
    assert(!irisExtension().isActive);
  });

  it('loads one file, and starts no process', async () => {
    const extension = irisExtension();
    assert(!extension.isActive, 'What loads can only be seen the first time: run this file first.');
    const filesBefore = new Set(loadedFiles());
    const processesBefore = childProcesses();
    await extension.activate();
    const loaded = loadedFiles().filter((file) => !filesBefore.has(file));
    assert.deepEqual(loaded, [path.join(extension.extensionPath, 'dist', 'extension.js')]);
    assert.equal(childProcesses(), processesBefore);
  });

  it('does not load the client or a decoder under another name', async () => {
    const bundle = await readFile(path.join(irisExtension().extensionPath, 'dist', 'extension.js'), 'utf8');
    // A header of the client, the native packages, and the name of the text engine's core.
    for (const mark of ['X-Stainless', 'require("sharp")', 'require("node-screenshots")', 'tesseract-core']) {
      assert(!bundle.includes(mark), mark);
    }
  });
});

/** Modules of this process, whoever loaded them. */
function loadedFiles(): readonly string[] {
  return Object.keys(require.cache);
}

function childProcesses(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;
}
