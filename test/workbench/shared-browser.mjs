import { launchChromium } from './launch-chromium.mjs';

/** @type {ReturnType<typeof launchChromium> | undefined} */
let browser;

/** The headless Chromium that all test files of a run share. Started on first use. */
export function openBrowser() {
  return (browser ??= launchChromium());
}

/** Ends the browser if it was started. */
export async function closeBrowser() {
  await (await browser)?.close();
  browser = undefined;
}
