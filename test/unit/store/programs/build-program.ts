import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { temporaryDirectory } from '../temporary-directory';

/** Bundles a program of this folder so that a process of its own can run it; resolves to the file to run. */
export async function buildProgram(name: string): Promise<string> {
  const outfile = join(await temporaryDirectory(), `${name}.js`);
  await build({
    entryPoints: [resolve('test/unit/store/programs', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
