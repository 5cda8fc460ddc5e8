import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { temporaryDirectory } from '../temporary-directory';

/** Bundles a program, of this folder unless another is named, so that a process of its own can run it; resolves to the file to run. */
export async function buildProgram(name: string, folder = 'test/unit/store/programs'): Promise<string> {
  const outfile = join(await temporaryDirectory(), `${name}.js`);
  await build({
    entryPoints: [resolve(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['sharp', 'node-screenshots'],
    logLevel: 'warning',
  });
  return outfile;
}
