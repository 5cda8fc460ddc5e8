/** @typedef {{ files: readonly string[], grep: string | undefined }} Selection */

/**
 * @typedef {object} Suite
 * @property {string} folder that holds its tests, below test/
 * @property {readonly string[]} support sources that are built beside the tests
 * @property {boolean} [runsInNode] whether it needs no VS Code, and so not all of the build
 * @property {(selection: Selection) => Promise<import('./counts.mjs').Counts>} run
 */

const setup = 'test/e2e/support/setup.ts';

/**
 * Modules that need an installed package are imported when a suite runs, since nothing may be installed before.
 * @type {Readonly<Record<string, Suite>>}
 */
export const suites = {
  unit: {
    folder: 'unit',
    support: [],
    runsInNode: true,
    run: async (selection) => {
      const { runMocha } = await import('./run-mocha.mjs');
      return runMocha(selection, { suite: 'unit', timeoutMs: 60_000 });
    },
  },
  corpora: {
    folder: 'corpora',
    support: [],
    runsInNode: true,
    run: async (selection) => {
      const { runMocha } = await import('./run-mocha.mjs');
      return runMocha(selection, { suite: 'corpora', timeoutMs: 60_000 });
    },
  },
  vscode: {
    folder: 'vscode',
    support: ['test/vscode/index.ts'],
    run: async (selection) => {
      await installWorkbench();
      const { runInServedEditor } = await import('./run-in-served-editor.mjs');
      return runInServedEditor(selection);
    },
  },
  e2e: {
    folder: 'e2e',
    support: [setup],
    run: async (selection) => {
      await installWorkbench();
      const { runMocha } = await import('./run-mocha.mjs');
      // A click can meet a workbench that is busy with itself. Each retry is printed, so that none goes unseen.
      return runMocha(selection, { suite: 'e2e', timeoutMs: 180_000, retries: 2, setup });
    },
  },
  desktop: {
    folder: 'vscode',
    support: ['test/vscode/index.ts'],
    run: async (selection) => {
      const { runInDesktopEditor } = await import('./run-in-desktop-editor.mjs');
      return runInDesktopEditor(selection);
    },
  },
};

/** What `npm test` runs. The desktop's VS Code is downloaded, which not every machine can do. */
export const defaultSuites = ['unit', 'corpora', 'vscode', 'e2e'];

async function installWorkbench() {
  const [{ installServer }, { ensureChromium }] = await Promise.all([
    import('./install-server.mjs'),
    import('./install-chromium.mjs'),
  ]);
  await ensureChromium();
  await installServer();
}
