import path from 'node:path';
import type { Page } from 'playwright-core';
import type { UsagePageMessage, UsageReport } from '../../../src/shared/usage-report';
import { pageHtml } from '../../../src/vscode/page-html';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import { applyTheme, themes, type ThemeName } from '../panel/themes';

declare global {
  interface Window {
    /** What the usage page told its host. */
    usageMessages: UsagePageMessage[];
    /** What the page has kept. */
    usageState: unknown;
  }
}

const origin = 'http://localhost';

/** The built usage page in a browser. */
export async function openUsagePage(options: {
  readonly report: UsageReport;
  readonly theme?: ThemeName;
  readonly width?: number;
  /** What the page kept when it was shown before. */
  readonly state?: unknown;
}): Promise<Page> {
  const { report, theme = 'dark', width = 800, state } = options;
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await page.route(`${origin}/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    await route.fulfill(
      file === '' ? { contentType: 'text/html', body: html } : { path: path.resolve('dist/media', file) },
    );
  });
  await page.addInitScript(installHost, state);
  await page.goto(`${origin}/`);
  await setTheme(page, theme);
  await postReport(page, report);
  await page.getByRole('heading', { name: 'Usage', exact: true }).waitFor();
  return page;
}

export async function setTheme(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate(applyTheme, themes[theme]);
}

/** The host tells what has been used by now. */
export async function postReport(page: Page, report: UsageReport): Promise<void> {
  await page.evaluate((shown) => window.postMessage({ type: 'usageShown', report: shown }), report);
}

/** What the page told its host, in order. */
export async function messagesOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => window.usageMessages.map(({ type }) => type));
}

const html = pageHtml({
  title: 'Iris Usage',
  cspSource: origin,
  scriptUri: `${origin}/usage.js`,
  styleUri: `${origin}/usage.css`,
});

function installHost(state: unknown): void {
  window.usageMessages = [];
  window.usageState = state;
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: UsagePageMessage) => window.usageMessages.push(message),
      getState: () => window.usageState,
      setState: (kept: unknown) => (window.usageState = kept),
    }),
  });
}
