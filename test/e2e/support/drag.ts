import type { Locator, Page } from 'playwright-core';

/** Drags from the middle of one element to the middle of another with the mouse, a key held from the start. */
export async function drag(options: {
  readonly page: Page;
  readonly source: Locator;
  readonly target: Locator;
  readonly modifier?: 'Shift' | 'Control';
}): Promise<void> {
  const { page, modifier } = options;
  const from = await middle(options.source);
  const to = await middle(options.target);
  if (modifier) await page.keyboard.down(modifier);
  try {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // Two moves, since the first only starts the drag and the element below must see one arrive.
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
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
