import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { RegionPageMessage } from '../../../src/shared/region';
import { pageHtml } from '../../../src/vscode/page-html';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import { themes, type ThemeName } from '../panel/themes';

declare global {
  interface Window {
    /** What the region page told its host. */
    regionMessages: RegionPageMessage[];
  }
}

const origin = 'http://localhost';

/** The built region page in a browser, with a picture in it. */
export async function openRegionPage(options: {
  readonly picture: Uint8Array;
  readonly theme?: ThemeName;
  readonly width?: number;
}): Promise<Page> {
  const { picture, theme = 'dark', width = 1000 } = options;
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width, height: 700 }, reducedMotion: 'reduce' });
  await page.route(`${origin}/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    await route.fulfill(
      file === '' ? { contentType: 'text/html', body: html } : { path: path.resolve('dist/media', file) },
    );
  });
  await page.addInitScript(installHost);
  await page.goto(`${origin}/`);
  await page.evaluate(applyTheme, themes[theme]);
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    window.postMessage({ type: 'pictureShown', bytes, mediaType: 'image/png' });
  }, Buffer.from(picture).toString('base64'));
  await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
  return page;
}

/** What the page told its host, in order. */
export async function messagesOf(page: Page): Promise<readonly RegionPageMessage[]> {
  return await page.evaluate(() => window.regionMessages);
}

export function demoPicture(): Uint8Array {
  return readFileSync('demo/pictures/mock-up.png');
}

const html = pageHtml({
  title: 'Choose a Region',
  cspSource: origin,
  scriptUri: `${origin}/region.js`,
  styleUri: `${origin}/region.css`,
});

function installHost(): void {
  window.regionMessages = [];
  Object.assign(window, {
    acquireVsCodeApi: () => ({ postMessage: (message: RegionPageMessage) => window.regionMessages.push(message) }),
  });
}

function applyTheme({ bodyClass, colors }: (typeof themes)[ThemeName]): void {
  document.body.className = bodyClass;
  for (const [name, value] of Object.entries(colors)) {
    document.documentElement.style.setProperty(`--vscode-${name}`, value);
  }
}
