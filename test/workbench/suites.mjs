import path from 'node:path';
import { countTests } from './counts.mjs';
import { root } from './project.mjs';
import { runNode } from './run-process.mjs';
import { builtTestFile } from './test-files.mjs';

/** @typedef {{ files: readonly string[], grep: string | undefined }} Selection */
/** @typedef {(selection: Selection) => Promise<import('./counts.mjs').Counts>} Suite */

const mocha = path.join('node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = path.join(root, 'test', 'workbench', 'counts-reporter.cjs');

/** @type {Suite} */
export function runUnitTests(selection) {
  return countTests('unit', (env) => runMocha(selection, { timeoutMs: 20_000, env }));
}

/**
 * @param {Selection} selection
 * @param {{ timeoutMs: number, env: Record<string, string> }} options
 */
function runMocha({ files, grep }, { timeoutMs, env }) {
  const only = process.env['CI'] ? ['--forbid-only'] : [];
  const filter = grep === undefined ? [] : ['--fgrep', grep];
  const options = ['--reporter', reporter, '--timeout', String(timeoutMs), ...only, ...filter];
  return runNode(['--enable-source-maps', mocha, ...options, ...files.map(builtTestFile)], { env });
}
