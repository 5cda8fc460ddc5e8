import assert from 'node:assert/strict';
import { lightboxScenes, openLightbox } from './lightbox-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { becomes } from '../support/becomes';

describe('a picture shown large', () => {
  let panel: PanelPage;
  const open = async (scene: keyof typeof lightboxScenes = 'lightbox'): Promise<void> => {
    const wanted = lightboxScenes[scene];
    assert(wanted);
    panel = await openPanel({ state: wanted.state() });
    await wanted.prepare?.(panel);
  };
  const frame = () => panel.page.getByRole('application', { name: 'error-rates.png' });
  const scale = async (): Promise<string> => panel.page.locator('.lightbox-scale').innerText();
  /** Where the picture is on the screen. */
  const place = () =>
    panel.page.locator('.lightbox-picture').evaluate((image) => {
      const { left, top, width, height } = image.getBoundingClientRect();
      return { left, top, width, height };
    });
  const middle = async () => {
    const box = await frame().boundingBox();
    assert(box);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  /** The pixels of a posted PNG: its size, and the colour of its left upper corner. */
  const decode = async (bytes: Uint8Array) =>
    panel.page.evaluate(async (list) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(list)], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      return { width: bitmap.width, height: bitmap.height, corner: [...(pen?.getImageData(0, 0, 1, 1).data ?? [])] };
    }, Object.values(bytes));

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('has the focus, and gives it back when it closes', async () => {
    await open();
    await becomes(() => panel.focusedName(), 'error-rates.png');
    await becomes(() => panel.page.locator('.transcript-area').getAttribute('inert'), '');
    await panel.page.keyboard.press('Escape');
    await frame().waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), /error-rates\.png/);
  });

  it('leads back to the details that it was opened from', async () => {
    await open('lightboxOfTray');
    await panel.button('Close picture').click();
    const details = panel.page.getByRole('region', { name: 'Details of error-rates.png' });
    await details.waitFor();
    await panel.page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), /^error-rates\.png/);
  });

  it('is zoomed and moved by keyboard', async () => {
    await open();
    await becomes(() => scale(), '100 %');
    await panel.page.keyboard.press('+');
    await panel.page.keyboard.press('+');
    await becomes(() => scale(), '156 %');
    await panel.page.keyboard.press('+');
    const before = await place();
    await panel.page.keyboard.press('ArrowRight');
    await becomes(async () => (await place()).left, before.left - 48);
    await panel.page.keyboard.press('0');
    await becomes(() => scale(), '100 %');
  });

  it('is zoomed by the wheel at the place under the pointer, and moved by dragging', async () => {
    await open();
    const at = await middle();
    await panel.page.mouse.move(at.x - 100, at.y);
    const before = await place();
    await panel.page.mouse.wheel(0, -480);
    const after = await place();
    assert(after.width > 2 * before.width);
    const share = (box: typeof before): number => (at.x - 100 - box.left) / box.width;
    assert(Math.abs(share(after) - share(before)) < 0.01);
    await panel.page.mouse.down();
    await panel.page.mouse.move(at.x - 140, at.y, { steps: 3 });
    await panel.page.mouse.up();
    assert.equal(Math.round((await place()).left), Math.round(after.left - 40));
    await panel.page.mouse.dblclick(at.x, at.y);
    await becomes(() => scale(), '100 %');
  });

  it('leads through the pictures of the chat by keyboard, which stays with the picture', async () => {
    await open('lightboxOfSeveral');
    const shown = (name: string) => panel.page.getByRole('application', { name });
    await panel.page.getByRole('group', { name: 'Picture 1 of 3' }).waitFor();
    await panel.page.keyboard.press('PageUp');
    await shown('error-rates.png').waitFor();
    // Nothing of it is out of sight that an arrow could move.
    await panel.page.keyboard.press('ArrowRight');
    const second = shown('error-rates-after-the-deployment-of-monday.png');
    await second.waitFor();
    await panel.announced('Picture 2 of 3: error-rates-after-the-deployment-of-monday.png');
    await becomes(() => panel.focusedName(), 'error-rates-after-the-deployment-of-monday.png');
    for (let step = 0; step < 4; step++) {
      await panel.page.keyboard.press('+');
    }
    const before = (await place()).left;
    await panel.page.keyboard.press('ArrowRight');
    await becomes(async () => (await place()).left, before - 48);
    // One after the other, without waiting for the pictures; that of the tray is not among them.
    await panel.page.keyboard.press('PageDown');
    await panel.page.keyboard.press('PageDown');
    await panel.page.getByText('This picture can’t be shown.').waitFor();
    await panel.page.getByRole('group', { name: 'Picture 3 of 3' }).waitFor();
    await panel.page.keyboard.press('PageUp');
    await panel.page.keyboard.press('PageUp');
    await shown('error-rates.png').waitFor();
    await panel.page.keyboard.press('Escape');
    await becomes(() => panel.focusedName(), /^error-rates\.png/);
  });

  it('leads through the pictures by buttons, which keep the focus', async () => {
    await open('lightboxOfSeveral');
    const previous = panel.button('Previous picture (Page Up)');
    await becomes(() => previous.getAttribute('aria-disabled'), 'true');
    const next = panel.button('Next picture (Page Down)');
    await next.click();
    await panel.page.getByRole('application', { name: /monday/ }).waitFor();
    await becomes(() => panel.focusedName(), 'Next picture (Page Down)');
    await next.press('Enter');
    await panel.page.getByText('This picture can’t be shown.').waitFor();
    await becomes(() => next.getAttribute('aria-disabled'), 'true');
    await panel.button('Close picture').click();
    await becomes(() => panel.focusedName(), /^error-rates\.png/);
  });

  it('keeps a region that is being chosen from keys that lead to other pictures', async () => {
    await open('lightboxOfSeveral');
    await panel.button('Ask about a region').click();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.getByText('160 × 100').waitFor();
    await panel.page.keyboard.press('PageDown');
    await panel.page.keyboard.press('Shift+ArrowRight');
    await panel.page.getByText('161 × 100').waitFor();
    await panel.page.getByRole('group', { name: 'Picture 1 of 3' }).waitFor();
  });

  it('asks about a region that is drawn: exactly its pixels are attached', async () => {
    await open();
    await panel.button('Ask about a region').click();
    await becomes(() => panel.button('Ask about this region').isDisabled(), true);
    const box = await place();
    await panel.page.mouse.move(box.left + 10, box.top + 4);
    await panel.page.mouse.down();
    await panel.page.mouse.move(box.left + 110, box.top + 54, { steps: 4 });
    await panel.page.mouse.up();
    await panel.page.getByText('100 × 50').waitFor();
    await panel.button('Ask about this region').click();
    const [file] = (await panel.posted('filesReceived'))[0]?.files ?? [];
    assert.equal(file?.name, 'error-rates 100 × 50.png');
    const { width, height, corner } = await decode(file.bytes);
    assert.deepEqual([width, height], [100, 50]);
    assert(corner[3] === 255);
    await frame().waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  it('asks about a region that is chosen by keyboard, and leaves choosing with Escape', async () => {
    await open('lightboxRegion');
    await panel.page.getByText('160 × 100').waitFor();
    await panel.page.keyboard.press('Shift+ArrowRight');
    await panel.page.getByText('161 × 100').waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.page.locator('.lightbox-region').waitFor({ state: 'detached' });
    await frame().waitFor();
    await panel.button('Ask about a region').click();
    await panel.page.keyboard.press('ArrowLeft');
    await panel.page.keyboard.press('Enter');
    assert.equal((await panel.posted('filesReceived'))[0]?.files[0]?.name, 'error-rates 160 × 100.png');
  });

  it('is copied, saved and attached again as it is', async () => {
    await open();
    await panel.button('Copy picture').click();
    await panel.announced('Copied');
    const copied = await panel.page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
    assert.deepEqual(copied, ['image/png']);
    await panel.button('Save picture').click();
    const [saved] = await panel.posted('pictureSaved');
    assert.equal(saved?.name, 'error-rates.png');
    await panel.button('Attach again').click();
    const [attached] = await panel.posted('filesReceived');
    assert.deepEqual(attached?.files[0]?.bytes, saved.bytes);
    assert.deepEqual((await decode(saved.bytes)).width, 320);
  });

  it('is compared with one of the tray, the earlier one first, and from there with any other', async () => {
    await open('lightboxCompared');
    assert.deepEqual(await panel.posted('comparisonRequested'), [
      { type: 'comparisonRequested', first: 'p1', second: 'p2' },
    ]);
    const options = await panel.page.getByLabel('Second picture').getByRole('option').allInnerTexts();
    assert.deepEqual(options, [
      '1. error-rates.png, from earlier in this chat',
      '2. error-rates-last-week.png',
      '3. error-rates.png',
    ]);
    await panel.page.getByLabel('Second picture').selectOption('p3');
    await panel.page.waitForFunction(() =>
      window.fakeHost.posted.some((message) => message.type === 'comparisonRequested' && message.second === 'p3'),
    );
    await panel.page.keyboard.press('Escape');
    await becomes(() => panel.focusedName(), /error-rates\.png/);
  });

  it('is not compared where it is the only one', async () => {
    await open();
    await panel.button('Zoom in').waitFor();
    await becomes(() => panel.button('Compare with another picture').count(), 0);
  });

  it('is the picture as it was attached, or a sentence that says why there is none', async () => {
    await open('lightboxMissing');
    assert.deepEqual(await panel.posted('pictureRequested'), [{ type: 'pictureRequested', id: 'gone' }]);
    await panel.page.getByText('This picture can’t be shown. It is not in the chat any more.').waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.page.getByText('can’t be shown').waitFor({ state: 'detached' });
  });

  it('fits into the narrowest panel', async () => {
    await open();
    await panel.page.setViewportSize({ width: 280, height: 500 });
    await becomes(async () => (await place()).width <= ((await frame().boundingBox())?.width ?? 0), true);
    const tools = panel.page.locator('.lightbox-tools');
    await becomes(() => tools.evaluate((bar) => bar.scrollWidth - bar.clientWidth), 0);
    await openLightboxAgain();
  });

  async function openLightboxAgain(): Promise<void> {
    await panel.page.keyboard.press('Escape');
    await openLightbox(panel);
  }
});
