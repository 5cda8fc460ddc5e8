// Started by VS Code inside its extension host: runs the built tests named in IRIS_TEST_FILES there, or all of them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** @throws Error when a test failed. */
export async function run(): Promise<void> {
  const { IRIS_TEST_GREP: grep, IRIS_TEST_REPORTER: reporter = 'spec', CI } = process.env;
  const mocha = new Mocha({
    reporter,
    timeout: 30_000,
    forbidOnly: CI !== undefined,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of testFiles()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

function testFiles(): string[] {
  const named = process.env['IRIS_TEST_FILES'];
  if (named !== undefined) return named.split(path.delimiter);
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .map((file) => path.join(__dirname, file));
}
