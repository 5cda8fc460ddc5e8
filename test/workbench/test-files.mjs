import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { root } from './project.mjs';

const testFile = /\.test\.tsx?$/;

/**
 * The sources of a suite's tests, relative to the repository.
 * @param {string} suite folder under test/
 * @param {readonly string[]} selected files or folders to stay within; none means all
 */
export function findTestFiles(suite, selected) {
  const folder = path.join(root, 'test', suite);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => testFile.test(file))
    .map((file) => path.posix.join('test', suite, file.split(path.sep).join('/')))
    .sort();
  if (selected.length === 0) return files;
  const wanted = selected.map((file) => path.relative(root, path.resolve(file)).split(path.sep).join('/'));
  return files.filter((file) => wanted.some((name) => file === name || file.startsWith(`${name}/`)));
}

/**
 * Where the build puts a test.
 * @param {string} source as `findTestFiles` gives it
 */
export function builtTestFile(source) {
  return path.join(root, 'out', source.replace(/\.tsx?$/, '.js'));
}

/**
 * The suite that a test file belongs to.
 * @param {string} file
 */
export function suiteOf(file) {
  const [folder, suite] = path.relative(root, path.resolve(file)).split(path.sep);
  if (folder !== 'test' || !suite) throw new Failure(`${file} is not a test: tests are below test/.`);
  return suite;
}
