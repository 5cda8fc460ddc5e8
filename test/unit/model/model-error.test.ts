import assert from 'node:assert/strict';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { ModelError } from '../../../src/model/model-error';

describe('ModelError', () => {
  it('is known by a bundle other than the one that threw it', async () => {
    const options = { stdin: { contents: "export * from './src/model/model-error'", resolveDir: process.cwd() } };
    const { outputFiles } = await build({ ...options, bundle: true, format: 'cjs', write: false });
    const bundle: { exports: { ModelError?: typeof ModelError } } = { exports: {} };
    const load = runInThisContext(`(module) => {${outputFiles[0]?.text}}`) as (module: typeof bundle) => void;
    load(bundle);
    const { ModelError: Other } = bundle.exports;
    assert(Other);
    assert.notEqual(Other, ModelError);
    assert(new Other('unauthorized', 'No.') instanceof ModelError);
    assert(new ModelError('unauthorized', 'No.') instanceof Other);
  });

  it('is no other error', () => {
    for (const value of [
      new Error('ModelError'),
      new TypeError(),
      { name: 'ModelError', kind: 'unknown' },
      undefined,
    ]) {
      assert(!(value instanceof ModelError));
    }
  });
});
