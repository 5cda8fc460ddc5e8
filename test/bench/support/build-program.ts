import path from 'node:path';
import { build } from 'esbuild';

/** Bundles a program of test/bench/programs, so that a process of its own can run it; resolves to the file to run. */
export async function buildProgram(name: string): Promise<string> {
  const outfile = path.resolve('out', 'test', 'bench', 'programs', `${name}.js`);
  await build({
    entryPoints: [path.resolve('test', 'bench', 'programs', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
