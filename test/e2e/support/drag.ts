import type { Locator, Page } from 'playwright-core';

/**
 * Drags from the middle of one element to the middle of another with the mouse.
 * @param options.modifier a key held once the drag has begun; held before, it would change the selection
 */
export async function drag(options: {
  readonly page: Page;
  readonly source: Locator;
  readonly target: Locator;
  readonly modifier?: 'Shift' | 'Control';
}): Promise<void> {
  const { page, modifier } = options;
  const from = await middle(options.source);
  const to = await middle(options.target);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 2 });
  if (modifier) await page.keyboard.down(modifier);
  try {
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await page.mouse.up();
  } finally {
    if (modifier) await page.keyboard.up(modifier);
  }
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
  await element.waitFor();
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element.toString()} is not on the page.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
