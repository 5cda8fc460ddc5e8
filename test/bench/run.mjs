// Runs benchmarks: `npm run bench -- [NAME]… [--json]`
// A benchmark is a file test/bench/NAME.bench.ts that exports what test/bench/benchmark.ts says. Prints a table
// for each, or with --json one JSON object a line.
import { parseArgs } from 'node:util';
import { Failure, runMain } from '../workbench/failure.mjs';
import { installDependencies } from '../workbench/install-dependencies.mjs';
import { runNode } from '../workbench/run-process.mjs';
import { findBenchmarks } from './find-benchmarks.mjs';

await runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const available = findBenchmarks();
  const unknown = positionals.find((name) => !available.includes(name));
  if (available.length === 0) throw new Failure('No benchmark was found: they are files test/bench/NAME.bench.ts.');
  if (unknown) throw new Failure(`There is no benchmark ${unknown}. There are: ${available.join(', ')}.`);
  const names = positionals.length > 0 ? positionals : available;

  await installDependencies();
  const sources = names.map((name) => `test/bench/${name}.bench.ts`);
  // What is measured is what ships, so the extension is built as it ships.
  const isBuilt =
    (await runNode(['esbuild.js', '--production'])) === 0 &&
    (await runNode(['esbuild.js', '--tests', ...sources])) === 0;
  if (!isBuilt) throw new Failure('The build failed, see above.');

  let failed = 0;
  for (const name of names) {
    // A process of its own for each: none pays for the memory or the compiled code of the one before.
    const format = values.json ? ['--json'] : [];
    failed += await runNode(['--expose-gc', '--enable-source-maps', 'test/bench/run-one.mjs', name, ...format]);
  }
  return failed === 0 ? 0 : 1;
});
