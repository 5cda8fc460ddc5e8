import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sourceFiles } from '../source-files';

const ownFolder = 'src/model/openai/';

/** Imports that make a bundle grow: types do not, and dynamic imports load a bundle of their own. */
const staticImports = /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm;

describe('The openai client', () => {
  const files = sourceFiles().filter((file) => file.startsWith('src/'));

  it('is imported in its own folder only, types included', () => {
    const users = files.filter((file) => /(?:from|import\()\s*'openai[/']/.test(readFileSync(file, 'utf8')));
    assert.ok(users.length > 0);
    assert.deepEqual(
      users.filter((file) => !file.startsWith(ownFolder)),
      [],
    );
  });

  it('is reached from outside of its folder by dynamic imports only, so that the extension starts without it', () => {
    const outside = files.filter((file) => !file.startsWith(ownFolder));
    const users = outside.filter((file) =>
      [...readFileSync(file, 'utf8').matchAll(staticImports)].some(([, name]) => name?.includes('/openai/')),
    );
    assert.deepEqual(users, []);
  });
});
