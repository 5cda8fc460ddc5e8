import assert from 'node:assert/strict';
import { lightboxScenes, openLightbox } from './lightbox-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';

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
    assert.equal(await panel.focusedName(), 'error-rates.png');
    assert.equal(await panel.page.locator('.transcript-area').getAttribute('inert'), '');
    await panel.page.keyboard.press('Escape');
    await frame().waitFor({ state: 'detached' });
    assert.match((await panel.focusedName()) ?? '', /error-rates\.png/);
  });

  it('leads back to the details that it was opened from', async () => {
    await open('lightboxOfTray');
    await panel.button('Close picture').click();
    const details = panel.page.getByRole('region', { name: 'Details of error-rates.png' });
    await details.waitFor();
    await panel.page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    assert.match((await panel.focusedName()) ?? '', /^error-rates\.png/);
  });

  it('is zoomed and moved by keyboard', async () => {
    await open();
    assert.equal(await scale(), '100 %');
    await panel.page.keyboard.press('+');
    await panel.page.keyboard.press('+');
    assert.equal(await scale(), '156 %');
    await panel.page.keyboard.press('+');
    const before = await place();
    await panel.page.keyboard.press('ArrowRight');
    assert.equal((await place()).left, before.left - 48);
    await panel.page.keyboard.press('0');
    assert.equal(await scale(), '100 %');
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
    assert.equal(await scale(), '100 %');
  });

  it('asks about a region that is drawn: exactly its pixels are attached', async () => {
    await open();
    await panel.button('Ask about a region').click();
    assert.equal(await panel.button('Ask about this region').isDisabled(), true);
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
    assert.equal(await panel.focusedName(), 'Ask Iris');
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
    const box = await place();
    const seen = await frame().boundingBox();
    assert(box.width <= (seen?.width ?? 0));
    const tools = await panel.page.locator('.lightbox-tools').evaluate((bar) => bar.scrollWidth - bar.clientWidth);
    assert.equal(tools, 0);
    await openLightboxAgain();
  });

  async function openLightboxAgain(): Promise<void> {
    await panel.page.keyboard.press('Escape');
    await openLightbox(panel);
  }
});
