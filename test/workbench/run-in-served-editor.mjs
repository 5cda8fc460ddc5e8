import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { countTests } from './counts.mjs';
import { companions, testEnvironment, testsModule, testWorkspace } from './extension-host-tests.mjs';
import { serverScript } from './install-server.mjs';
import { launchChromium } from './launch-chromium.mjs';
import { nodeBinary, root } from './project.mjs';
import { startServer } from './serve.mjs';

/** Longer than the tests may take; an extension host that died says nothing. */
const timeoutMs = 10 * 60_000;

/**
 * Runs tests inside the extension host of the served VS Code.
 * @param {import('./suites.mjs').Selection} selection
 */
export function runInServedEditor(selection) {
  return countTests('vscode', async (counts) => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'iris-vscode-tests-'));
    const server = await startServer({
      script: serverScript,
      node: nodeBinary(),
      extension: root,
      companions,
      dataFolder,
      testDriver: true,
      settings: { 'chat.disableAIFeatures': true, 'git.enabled': false, 'workbench.startupEditor': 'none' },
      env: { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, ...testEnvironment(selection), ...counts },
    });
    const browser = await launchChromium();
    try {
      return await runInPage(await browser.newPage(), server.address({ folder: testWorkspace, tests: testsModule }));
    } finally {
      await browser.close();
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @returns {Promise<number>} the exit code of the tests
 */
async function runInPage(page, address) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const ended = new Promise((resolve, reject) => {
    // VS Code calls these two where the page has them: with what the tests print, and once at the end.
    const log = (/** @type {string} */ _type, /** @type {unknown[]} */ values) => console.log(format(...values));
    Promise.all([
      page.exposeFunction('codeAutomationLog', log),
      page.exposeFunction('codeAutomationExit', resolve),
    ]).catch(reject);
    page.once('crash', () => reject(new Error("The browser's page crashed.")));
    timer = setTimeout(() => reject(new Error(`No end of the tests after ${timeoutMs / 60_000} minutes.`)), timeoutMs);
  });
  try {
    await page.goto(address, { waitUntil: 'commit' });
    return /** @type {number} */ (await ended);
  } finally {
    clearTimeout(timer);
  }
}
