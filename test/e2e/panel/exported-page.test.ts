import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { chatHtml } from '../../../src/features/chat-export/chat-html';
import { transcript } from '../../../src/features/chat-export/transcript';
import { MemoryBlobStore } from '../../unit/attachments/memory-blob-store';
import { pictureAttachment, reader } from '../../unit/features/chat-export/sample-chat';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import { becomes } from '../support/becomes';
import { answer, question } from './sample-state';

const text = [
  '# Findings\n\nInline $e^{i\\pi}+1=0$ and a note[^1].\n\n$$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt\\pi}{2}$$',
  '| Quarter | Revenue | Cost | Difference | Note |\n| - | -: | -: | -: | - |\n| Q1 | 12,345,678 | 1,200,000 | 11,145,678 | provisional |',
  '- [x] done\n- [ ] to do\n\n> [!WARNING]\n> Hot soup.',
  '```ts\nconst total: number = 12; // and a comment that is a good deal longer than a telephone is wide\nprint("total", `${total}`);\n```',
  '```mermaid\ngraph TD\n  A --> B\n```',
  '<img src=x onerror=alert(1)> ![x](https://evil.example/leak)',
  '[^1]: The note.',
].join('\n\n');

describe('An exported page', () => {
  it('stands alone in a browser: it draws formulas, runs nothing, asks for nothing, and does not break its own policy', async () => {
    const { page, problems } = await openExport({ width: 900 });
    await becomes(() => page.locator('math').count(), 2);
    await becomes(() => page.locator('.table td').nth(1).innerText(), '12,345,678');
    await becomes(() => page.getByRole('checkbox', { name: 'Done' }).isChecked(), true);
    assert.deepEqual(problems, []);
    await page.context().close();
  });

  it('shows pictures small beside each other below the question, and each large where it is chosen, with the keyboard too', async () => {
    const { page } = await openExport({ width: 900 });
    const pictures = page.locator('.picture img');
    const boxes = await Promise.all([0, 1].map((index) => pictures.nth(index).boundingBox()));
    assert.equal(boxes[0]?.y, boxes[1]?.y);
    assert((boxes[0]?.height ?? 0) <= 130);
    assert((boxes[0]?.y ?? 0) > ((await page.locator('.typed').boundingBox())?.y ?? 0));
    await page.locator('.picture summary').first().focus();
    await page.keyboard.press('Enter');
    await becomes(async () => Math.round((await pictures.first().boundingBox())?.height ?? 0), 400);
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`fits a telephone in ${colorScheme}: tables and code scroll, and no number is broken`, async () => {
      const { page } = await openExport({ width: 320, colorScheme });
      await becomes(() => page.evaluate(() => document.documentElement.scrollWidth), 320);
      await becomes(() => page.locator('.table').evaluate((table) => table.scrollWidth > table.clientWidth), true);
      const heights = await page.locator('td').evaluateAll((cells) => cells.map(({ clientHeight }) => clientHeight));
      assert(Math.max(...heights) < 40, heights.join());
      await page.context().close();
    });
  }
});

async function openExport({
  width,
  colorScheme = 'light',
}: {
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
}): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const file = join(await mkdtemp(join(tmpdir(), 'iris-export-')), 'chat.html');
  await writeFile(file, await exported());
  const context = await (await openBrowser()).newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith('data:image/png') && address !== pathToFileURL(file).href) {
      problems.push(`request of ${address}`);
    }
  });
  await page.goto(pathToFileURL(file).href);
  return { page, problems };
}

async function exported(): Promise<string> {
  const blobs = new MemoryBlobStore();
  const parts = await Promise.all(
    ['#2a6', '#a26', '#26a'].map(async (background, index) => {
      const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background } })
        .png()
        .toBuffer();
      const blob = { ...(await blobs.put(bytes, 'image/png')), width: 600, height: 400 };
      return { type: 'image', blob, place: { page: index + 1 } } as const;
    }),
  );
  const [first] = parts;
  assert(first);
  const attachment = pictureAttachment(first.blob, { name: 'a long name of a specification.tiff', parts });
  const messages = [question('q1', '# What is in these?\n<b>Compare.</b>', [attachment]), answer('a1', { text })];
  const forks = [{ parentId: 'q1', branches: [[answer('a0', { text: 'Another one.' })], []], current: 1 }];
  return await chatHtml(transcript({ title: 'Three pages', messages, forks }, { allVersions: true }), reader(blobs));
}
