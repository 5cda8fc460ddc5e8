import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { mediaBundle } from './media-bundle.mjs';

describe('the text engine in the build', () => {
  let folder: string;
  before(async () => (folder = join(dirname(await mediaBundle()), 'ocr')));

  it('is a worker, its WebAssembly and the English model', () => {
    assert.deepEqual(readdirSync(folder).toSorted(), [
      'eng.traineddata.gz',
      'tesseract-core-simd-lstm.wasm',
      'worker.js',
    ]);
  });

  it('needs nothing that Node does not bring', () => {
    const worker = readFileSync(join(folder, 'worker.js'), 'utf8');
    const required = Array.from(worker.matchAll(/\brequire\("([^"]+)"\)/g), ([, name = '']) => name);
    assert(required.length > 0);
    assert.deepEqual(
      required.filter((name) => !builtinModules.includes(name.replace(/^node:/, ''))),
      [],
    );
  });
});
