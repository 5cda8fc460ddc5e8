import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { brokenSuite, countTests } from './counts.mjs';
import { companions, testEnvironment, testsModule, testWorkspace } from './extension-host-tests.mjs';
import { root } from './project.mjs';

/**
 * Runs tests inside the extension host of a desktop VS Code, which is downloaded on first use.
 * @param {import('./suites.mjs').Selection} selection
 */
export async function runInDesktopEditor(selection) {
  let vscodeExecutablePath;
  try {
    vscodeExecutablePath = await downloadAndUnzipVSCode();
  } catch (error) {
    return brokenSuite(
      `Desktop VS Code could not be downloaded (${error instanceof Error ? error.message : error}). ` +
        'On a machine that cannot reach update.code.visualstudio.com, `npm run test:vscode` runs the same tests ' +
        'in the VS Code from the npm registry.',
    );
  }
  return countTests('desktop', (counts) =>
    runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: [root, ...companions],
      extensionTestsPath: testsModule,
      extensionTestsEnv: { ...testEnvironment(selection), ...counts },
      launchArgs: [testWorkspace, '--disable-workspace-trust', '--disable-extensions', '--skip-welcome'],
    }).catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }),
  );
}
