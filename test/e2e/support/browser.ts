import type { Browser } from 'playwright-core';
import { launchChromium } from '../../workbench/launch-chromium.mjs';

/** Every test file is a bundle of its own, so that a variable of this module would not be shared by them. */
const shared: typeof globalThis & { irisTestBrowser?: Promise<Browser> } = globalThis;

/**
 * The headless Chromium that all test files of a run share. Started on first use, ended after the last test.
 * @throws Error when this machine has no Chromium.
 */
export function openBrowser(): Promise<Browser> {
  return (shared.irisTestBrowser ??= launchChromium());
}

/** Ends the browser if it was started. */
export async function closeBrowser(): Promise<void> {
  await (await shared.irisTestBrowser)?.close();
}
