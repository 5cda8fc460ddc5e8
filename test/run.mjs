// Runs tests: `node test/run.mjs [unit|vscode|e2e|desktop]… [--grep TEXT] [FILE|FOLDER]…`
// Without a suite: unit, vscode and e2e. Installs what is missing, builds, and ends with one line of totals.
import { parseArgs } from 'node:util';
import { brokenSuite, closingLine, sumCounts } from './workbench/counts.mjs';
import { Failure, runMain } from './workbench/failure.mjs';
import { installDependencies } from './workbench/install-dependencies.mjs';
import { runNode } from './workbench/run-process.mjs';
import { runUnitTests } from './workbench/suites.mjs';
import { findTestFiles, suiteOf } from './workbench/test-files.mjs';

/** @type {Record<string, import('./workbench/suites.mjs').Suite>} */
const suites = { unit: runUnitTests };
const defaultSuites = ['unit'];

await runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const named = positionals.filter((argument) => argument in suites);
  const paths = positionals.filter((argument) => !(argument in suites));
  const chosen = named.length > 0 ? named : paths.length > 0 ? [...new Set(paths.map(suiteOf))] : defaultSuites;

  await installDependencies();
  const isBuilt = await build([]);
  // Unit tests need little of the build: they still tell something while another part does not build.
  if (!isBuilt && chosen.some((suite) => suite !== 'unit')) throw buildFailure();
  const counts = [];
  for (const suite of chosen) {
    const files = findTestFiles(suite === 'desktop' ? 'vscode' : suite, paths);
    console.log(`\n${suite} tests`);
    if (files.length === 0) {
      counts.push(brokenSuite(`No ${suite} test was found.`));
      continue;
    }
    if (!(await build(['--tests', ...files]))) throw buildFailure();
    counts.push(await suites[suite]?.({ files, grep: values.grep }));
  }
  const total = sumCounts(counts.filter((count) => count !== undefined));
  console.log(closingLine(total));
  return isBuilt && total.failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} flags */
async function build(flags) {
  return (await runNode(['esbuild.js', ...flags])) === 0;
}

function buildFailure() {
  return new Failure('The build failed, see above.');
}
