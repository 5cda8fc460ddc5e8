// Started by VS Code inside its extension host: runs the built tests named in IRIS_TEST_FILES there.
import path from 'node:path';
import Mocha from 'mocha';

/** @throws Error when a test failed. */
export async function run(): Promise<void> {
  const { IRIS_TEST_FILES: files = '', IRIS_TEST_GREP: grep, IRIS_TEST_REPORTER: reporter = 'spec', CI } = process.env;
  const mocha = new Mocha({
    reporter,
    timeout: 30_000,
    forbidOnly: CI !== undefined,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of files.split(path.delimiter)) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
