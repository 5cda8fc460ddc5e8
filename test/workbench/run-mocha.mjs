import path from 'node:path';
import { countTests } from './counts.mjs';
import { root } from './project.mjs';
import { runNode } from './run-process.mjs';
import { builtTestFile } from './test-files.mjs';

const mocha = path.join('node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = path.join(root, 'test', 'workbench', 'counts-reporter.cjs');

/**
 * Runs built tests in a Node process.
 * @param {import('./suites.mjs').Selection} selection
 * @param {{ suite: string, timeoutMs: number, retries?: number, setup?: string }} options
 *   retries: how often a failed test is tried again; setup: a source that mocha loads first
 */
export function runMocha({ files, grep }, { suite, timeoutMs, retries = 0, setup }) {
  const options = ['--reporter', reporter, '--timeout', String(timeoutMs), '--retries', String(retries)];
  if (process.env['CI']) options.push('--forbid-only');
  if (grep !== undefined) options.push('--grep', grep);
  if (setup !== undefined) options.push('--require', builtTestFile(setup));
  const args = ['--enable-source-maps', mocha, ...options, ...files.map(builtTestFile)];
  return countTests(suite, (counts) => runNode(args, { env: counts }));
}
