import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs a suite whose reporter writes its counts. A suite that ends without counts, without tests, or
 * with an error that no test reported counts as one failure, so that nothing broken looks like success.
 * @param {string} suite
 * @param {(env: { IRIS_TEST_COUNTS: string }) => Promise<number>} run resolves with the exit code
 * @returns {Promise<Counts>}
 */
export async function countTests(suite, run) {
  const folder = mkdtempSync(path.join(tmpdir(), 'iris-counts-'));
  const file = path.join(folder, 'counts.json');
  try {
    const code = await run({ IRIS_TEST_COUNTS: file }).catch(printed);
    const counts = readCounts(file);
    if (!counts) return brokenSuite(`The ${suite} tests ended with code ${code} before they were done.`);
    if (counts.passed + counts.failed === 0) return brokenSuite(`No ${suite} test ran.`);
    if (code !== 0 && counts.failed === 0) {
      console.error(`The ${suite} tests passed, but their process ended with code ${code}.`);
      return { ...counts, failed: 1 };
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {unknown} error
 * @returns {number} the exit code that stands for it
 */
function printed(error) {
  console.error(error);
  return 1;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * @param {Counts} counts
 * @returns {string} for instance `12 passed, 0 failed`
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} message
 * @returns {Counts}
 */
export function brokenSuite(message) {
  console.error(message);
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} file
 * @returns {Counts | undefined}
 */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
