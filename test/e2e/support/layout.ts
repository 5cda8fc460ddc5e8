import type { Page } from 'playwright-core';
import { until } from './until';

/** Drags the border of the primary side bar until the side bar has this width, in CSS pixels. */
export async function setSideBarWidth(page: Page, width: number): Promise<void> {
  const sideBar = page.locator('.part.sidebar');
  await sideBar.waitFor();
  await until(`a side bar ${width} px wide`, async () => {
    const box = await sideBar.boundingBox();
    if (!box) return undefined;
    if (Math.abs(box.width - width) <= 1) return true;
    const edge = box.x + box.width;
    const sash = await sashNear(page, edge);
    await page.mouse.move(sash, box.y + box.height / 3);
    await page.mouse.down();
    await page.mouse.move(sash + width - box.width, box.y + box.height / 3, { steps: 4 });
    await page.mouse.up();
    return undefined;
  });
  // Away from the border, which is highlighted under the mouse.
  await page.mouse.move(1, 1);
}

/** The horizontal middle of the vertical sash that is nearest to an edge. */
async function sashNear(page: Page, edge: number): Promise<number> {
  const middles = await page.locator('.monaco-grid-view .monaco-sash.vertical').evaluateAll((sashes) =>
    sashes.map((sash) => {
      const { left, width } = sash.getBoundingClientRect();
      return left + width / 2;
    }),
  );
  return middles.reduce((best, x) => (Math.abs(x - edge) < Math.abs(best - edge) ? x : best), Number.MAX_VALUE);
}
