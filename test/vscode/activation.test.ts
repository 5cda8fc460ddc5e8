import assert from 'node:assert/strict';
import { ChildProcess } from 'node:child_process';
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

  it('loads itself and the texts of its language, and starts no process', async () => {
    const extension = irisExtension();
    assert(!extension.isActive, 'What loads can only be seen the first time: run this file first.');
    const filesBefore = new Set(loadedFiles());
    const built = path.join(extension.extensionPath, 'dist');
    const processes = await processesStartedFrom(built, () => extension.activate());
    const loaded = loadedFiles().filter((file) => !filesBefore.has(file) && file.startsWith(extension.extensionPath));
    assert.deepEqual(
      loaded,
      ['extension.js', 'l10n.js'].map((name) => path.join(extension.extensionPath, 'dist', name)),
    );
    assert.deepEqual(processes, []);
  });

  it('does not load the client or a decoder under another name', async () => {
    const bundle = await readFile(path.join(irisExtension().extensionPath, 'dist', 'extension.js'), 'utf8');
    // A header of the client, the native packages, and the name of the text engine's core.
    for (const mark of ['X-Stainless', 'require("sharp")', 'require("node-screenshots")', 'tesseract-core']) {
      assert(!bundle.includes(mark), mark);
    }
  });
});

/** Modules of this process, whoever loaded them: other extensions load theirs at the same time. */
function loadedFiles(): readonly string[] {
  return Object.keys(require.cache);
}

/** Programs that code in a folder, which is not that of this test, starts meanwhile, also those that end again; other extensions start theirs too. */
async function processesStartedFrom(folder: string, run: () => PromiseLike<unknown>): Promise<readonly unknown[]> {
  const started: unknown[] = [];
  const prototype = ChildProcess.prototype as unknown as { spawn: (options: { readonly file?: string }) => unknown };
  const { spawn } = prototype;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Infinity;
  prototype.spawn = function (options) {
    if (new Error().stack?.includes(folder)) {
      started.push(options.file);
    }
    return spawn.call(this, options);
  };
  try {
    await run();
  } finally {
    prototype.spawn = spawn;
    Error.stackTraceLimit = stackTraceLimit;
  }
  return started;
}
