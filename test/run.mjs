// Runs tests: `node test/run.mjs [unit|corpora|vscode|e2e|desktop]… [--grep PATTERN] [FILE|FOLDER]…`
// Without a suite: unit, corpora, vscode and e2e. Installs what is missing, builds, and ends with one line of totals.
import { parseArgs } from 'node:util';
import { brokenSuite, closingLine, sumCounts } from './workbench/counts.mjs';
import { Failure, runMain } from './workbench/failure.mjs';
import { installDependencies } from './workbench/install-dependencies.mjs';
import { runNode } from './workbench/run-process.mjs';
import { defaultSuites, suites } from './workbench/suites.mjs';
import { findTestFiles, suiteOf } from './workbench/test-files.mjs';

await runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const named = positionals.filter((argument) => argument in suites);
  const paths = positionals.filter((argument) => !(argument in suites));
  const ofPaths = [...new Set(paths.map(suiteOf))];
  const chosen = named.length > 0 ? named : paths.length > 0 ? ofPaths : defaultSuites;

  await installDependencies();
  const isBuilt = await build([]);
  // What runs in Node needs little of the build: it still tells something while another part does not build.
  if (!isBuilt && chosen.some((suite) => !suites[suite]?.runsInNode)) throw buildFailure();
  const counts = [];
  for (const suite of chosen) counts.push(await run(suite, { paths, grep: values.grep }));
  const total = sumCounts(counts);
  console.log(`\n${closingLine(total)}`);
  return isBuilt && total.failed === 0 ? 0 : 1;
});

/**
 * @param {string} name
 * @param {{ paths: readonly string[], grep: string | undefined }} selection
 */
async function run(name, { paths, grep }) {
  const suite = suites[name];
  if (!suite) return brokenSuite(`There are no ${name} tests. The suites are: ${Object.keys(suites).join(', ')}.`);
  const files = findTestFiles(suite.folder, paths);
  if (files.length === 0) return brokenSuite(`No ${name} test was found.`);
  console.log(`\n${name} tests`);
  if (!(await build(['--tests', ...files, ...suite.support]))) throw buildFailure();
  return suite.run({ files, grep });
}

/** @param {readonly string[]} flags */
async function build(flags) {
  return (await runNode(['esbuild.js', ...flags])) === 0;
}

function buildFailure() {
  return new Failure('The build failed, see above.');
}
