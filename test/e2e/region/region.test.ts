import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Region } from '../../../src/shared/region';
import type { ThemeName } from '../panel/themes';
import { demoPicture, messagesOf, openRegionPage } from './region-page';
import { becomes } from '../support/becomes';

const picture = demoPicture();

describe('the page on which a region is chosen', () => {
  let page: Page;

  beforeEach(async () => {
    page = await openRegionPage({ picture });
  });

  afterEach(async () => {
    await page.context().close();
  });

  it('gives the pixels of the picture that were dragged over, however large it is shown', async () => {
    const { size, place } = await placeOf(page);
    await drag(page, place(0.25, 0.5), place(0.75, 1));
    await page.getByRole('button', { name: 'Use Region' }).click();
    assertNear(await chosenRegion(page), {
      left: size.width / 4,
      top: size.height / 2,
      width: size.width / 2,
      height: size.height / 2,
    });
  });

  it('lets the region be moved and its sides be drawn', async () => {
    const { size, place } = await placeOf(page);
    await drag(page, place(0.2, 0.2), place(0.4, 0.4));
    await drag(page, place(0.3, 0.3), place(0.4, 0.4));
    await drag(page, place(0.5, 0.5), place(0.6, 0.7));
    await page.keyboard.press('Enter');
    assertNear(await chosenRegion(page), {
      left: size.width * 0.3,
      top: size.height * 0.3,
      width: size.width * 0.3,
      height: size.height * 0.4,
    });
  });

  it('works with the keyboard alone', async () => {
    const { size } = await placeOf(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+ArrowUp');
    await becomes(() => page.getByRole('status').textContent(), /^\d+ by \d+ pixels/);
    await page.keyboard.press('Enter');
    assertNear(await chosenRegion(page), {
      left: size.width / 4 + 1,
      top: size.height / 4 - 10,
      width: size.width / 2,
      height: size.height / 2 + 1,
    });
  });

  it('gives nothing on Enter before a region is marked', async () => {
    await page.keyboard.press('Enter');
    await becomes(() => page.getByRole('button', { name: 'Use Region' }).isDisabled(), true);
    await becomes(() => messagesOf(page), [{ type: 'ready' }]);
  });

  it('is left with Escape or Cancel, and gives the whole picture on its button', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Whole Picture' }).click();
    assert.deepEqual((await messagesOf(page)).slice(1), [
      { type: 'choiceCancelled' },
      { type: 'choiceCancelled' },
      { type: 'wholePictureChosen' },
    ]);
  });
});

describe('the region page in pictures', () => {
  const folder = path.resolve('out/screenshots/region');

  before(() => mkdirSync(folder, { recursive: true }));

  for (const theme of ['dark', 'light', 'highContrast'] satisfies ThemeName[]) {
    for (const width of [480, 1000]) {
      it(`is drawn in the theme "${theme}", ${width} pixels wide`, async () => {
        const page = await openRegionPage({ picture, theme, width });
        const { place } = await placeOf(page);
        await drag(page, place(0.2, 0.2), place(0.7, 0.6));
        await page.screenshot({ path: path.join(folder, `${theme}-${width}.png`) });
        await page.context().close();
      });
    }
  }
});

async function placeOf(page: Page) {
  const image = page.locator('img');
  const box = await image.boundingBox();
  assert(box);
  const size = await image.evaluate((element: HTMLImageElement) => ({
    width: element.naturalWidth,
    height: element.naturalHeight,
  }));
  assert(Math.abs(box.width / box.height - size.width / size.height) < 0.02, 'The picture is not distorted.');
  /** A place of the page, given in fractions of the picture. */
  const place = (x: number, y: number) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  return { size, place };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function chosenRegion(page: Page): Promise<Region> {
  const message = (await messagesOf(page)).at(-1);
  assert(message?.type === 'regionChosen');
  return message.region;
}

/** Within the pixels of the picture that one pixel of the page stands for. */
function assertNear(actual: Region, expected: Region): void {
  for (const name of ['left', 'top', 'width', 'height'] as const) {
    assert(
      Math.abs(actual[name] - expected[name]) <= 4,
      `${name} is ${actual[name]}, not about ${expected[name]}: ${JSON.stringify(actual)}`,
    );
  }
}
