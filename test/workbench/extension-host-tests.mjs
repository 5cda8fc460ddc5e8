import path from 'node:path';
import { root } from './project.mjs';
import { builtTestFile } from './test-files.mjs';

/** The module that VS Code loads into its extension host. */
export const testsModule = path.join(root, 'out', 'test', 'vscode', 'index.js');

/** Extensions that are loaded beside Iris: one that provides language models, and the example that uses the public API. */
export const companions = [
  path.join(root, 'test', 'fixtures', 'language-models'),
  path.join(root, 'docs', 'example-extension'),
];

/** The workspace that is open while these tests run. */
export const testWorkspace = path.join(root, 'demo');

/**
 * What the tests in the extension host are told through the environment.
 * @param {import('./suites.mjs').Selection} selection
 * @returns {Record<string, string>}
 */
export function testEnvironment({ files, grep }) {
  return {
    IRIS_TEST_FILES: files.map(builtTestFile).join(path.delimiter),
    IRIS_TEST_REPORTER: path.join(root, 'test', 'workbench', 'counts-reporter.cjs'),
    ...(grep === undefined ? {} : { IRIS_TEST_GREP: grep }),
  };
}
