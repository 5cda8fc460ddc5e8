import { mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { panelFrame } from '../e2e/support/panel';
import { QuickInput } from '../e2e/support/quick-input';
import { until } from '../e2e/support/until';
import { quietSettings } from '../e2e/support/user-settings';
import { ensureChromium } from '../workbench/install-chromium.mjs';
import { installServer, serverScript } from '../workbench/install-server.mjs';
import { startServer } from '../workbench/serve.mjs';
import { closeBrowser, openBrowser } from '../workbench/shared-browser.mjs';
import type { Benchmark, Row } from './benchmark';

const rounds = 5;

const copilot = path.resolve(path.dirname(serverScript), '../extensions/copilot');

/** Name as VS Code lists it, and the file that activation loads. */
const contenders = [
  { name: 'Iris: Multimodal Assistant', bundle: path.resolve('dist/extension.js') },
  { name: 'GitHub Copilot', bundle: path.join(copilot, 'dist', 'extension.js') },
] as const;

export const benchmark: Benchmark = {
  title:
    `what activation costs the extension host beside the built-in GitHub Copilot Chat of the same window. Milliseconds ` +
    `to load and call it, as VS Code's list of running extensions tells them: least and median of ${rounds} windows.`,
  async *run(): AsyncGenerator<Row> {
    await ensureChromium();
    await installServer();
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'iris-activation-'));
    await mkdir(path.join(dataFolder, 'extensions'));
    await symlink(process.cwd(), path.join(dataFolder, 'extensions', 'iris-multimodal'), 'junction');
    const server = await startServer({
      script: serverScript,
      node: process.execPath,
      // This VS Code leaves its Copilot Chat out until somebody signs in; one under development it always loads.
      extension: copilot,
      testDriver: true,
      dataFolder,
      settings: { ...quietSettings, 'chat.disableAIFeatures': false },
    });
    const times = contenders.map((): number[] => []);
    try {
      for (let round = 0; round < rounds; round++) {
        const found = await activationTimes(server.address({ folder: path.resolve('demo') }));
        found.forEach((milliseconds, index) => times[index]?.push(milliseconds));
      }
    } finally {
      await closeBrowser();
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    }
    for (const [index, { name, bundle }] of contenders.entries()) {
      const sorted = (times[index] ?? []).toSorted((one, other) => one - other);
      yield {
        extension: name,
        'least ms': sorted[0] ?? NaN,
        'median ms': sorted[Math.floor(sorted.length / 2)] ?? NaN,
        'loaded KB': (await stat(bundle)).size / 1024,
      };
    }
  },
};

/** Opens a window, uses both extensions, and reads what VS Code measured. */
async function activationTimes(address: string): Promise<readonly number[]> {
  const browser = await openBrowser();
  // High enough for the whole list of running extensions.
  const page = await browser.newPage({ viewport: { width: 1280, height: 2400 } });
  try {
    await page.goto(address, { waitUntil: 'commit' });
    const quickInput = new QuickInput(page);
    await page.locator('.activitybar').getByRole('tab', { name: /^Iris/ }).waitFor({ timeout: 60_000 });
    await quickInput.runCommand('Iris: Focus Chat');
    // The focus goes to the composer when the panel is there: it would take it from the palette.
    await panelFrame(page, 'sideBar').locator('textarea:focus').waitFor({ timeout: 60_000 });
    await quickInput.runCommand('Developer: Show Running Extensions');
    const found: number[] = [];
    for (const { name } of contenders) {
      found.push(await until(`the activation of ${name}`, () => listedTime(page, name)));
    }
    return found;
  } finally {
    await page.close();
  }
}

async function listedTime(page: Page, name: string): Promise<number | undefined> {
  const row = page
    .locator('.runtime-extensions-editor .monaco-list-row')
    .filter({ has: page.getByText(name, { exact: true }) });
  const text = await row
    .locator('.activation-time')
    .innerText({ timeout: 1_000 })
    .catch(() => '');
  const milliseconds = /(\d+)\s*ms/.exec(text)?.[1];
  return milliseconds === undefined ? undefined : Number(milliseconds);
}
