import type { Page } from 'playwright-core';

/** Puts a PNG picture on the browser's clipboard, as copying one in another program does. */
export async function copyImage(page: Page, png: Uint8Array): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  }, Buffer.from(png).toString('base64'));
}

/** Puts text on the browser's clipboard. */
export async function copyText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** The text on the browser's clipboard. */
export function clipboardText(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
