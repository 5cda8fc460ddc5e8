import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { ensureXvfb } from '../../workbench/install-xvfb.mjs';
import type { ReceivedImage } from '../../servers/received-request';
import { becomes } from '../support/becomes';
import type { Chat } from '../support/chat';
import { startNewChat } from '../support/chat';
import { decode, difference } from '../support/pixels';
import { useServerAndWorkbench } from '../support/use-server';
import { VirtualDisplay } from '../support/virtual-display';

const picture = 'demo/pictures/mock-up.png';
const size = { width: 1280, height: 860 };

describe('Ask About Screenshot', function () {
  this.timeout(180_000);
  let display: VirtualDisplay | undefined;

  before('start a display that shows a picture', async function () {
    const problem = await ensureXvfb();
    if (problem !== undefined) {
      console.log(`      skipped: ${problem}`);
      this.skip();
    }
    display = await VirtualDisplay.start(size);
    await display.show(picture);
  });

  after('stop the display', () => display?.stop());

  const { server, workbench } = useServerAndWorkbench(() => ({
    env: { DISPLAY: display?.name, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' },
  }));

  it('attaches what the screen shows, pixel for pixel', async () => {
    const chat = await startNewChat(workbench());
    await workbench().runCommand('Iris: Ask About Screenshot');
    await workbench().quickInput.pick(/1280 × 860/);
    await waitForScreenshot(chat);
    await becomes(() => chat.tray.innerText(), /Screenshot .*\.png/);
    await assertSent(chat, await decode(picture));
  });

  it('attaches a region that is marked with the keyboard alone', async () => {
    const chat = await startNewChat(workbench());
    await workbench().runCommand('Iris: Ask About Screenshot');
    await workbench().quickInput.pick('Region');
    const page = workbench().panel('editor');
    await page.getByRole('application', { name: 'Picture of the screen' }).and(page.locator(':focus')).waitFor();
    // The first key marks the middle half; the second moves it, the third makes it wider, both by ten pixels.
    for (const key of ['ArrowRight', 'Control+ArrowDown', 'Control+Shift+ArrowRight']) {
      await workbench().page.keyboard.press(key);
    }
    await page.getByText('650 × 430 pixels').waitFor();
    await workbench().page.keyboard.press('Enter');
    await waitForScreenshot(chat);
    const region = { left: 320, top: 225, width: 650, height: 430 };
    await assertSent(chat, await decode(await sharp(picture).extract(region).png().toBuffer()));
  });

  it('is shown in the editor, and leaves without what is redacted there, in the chat’s file too', async () => {
    const chat = await startNewChat(workbench());
    await workbench().runCommand('Iris: Ask About Screenshot');
    await workbench().quickInput.pick(/1280 × 860/);
    const surface = await waitForScreenshot(chat);
    await chat.button('Redact').click();
    // In the middle, where the keyboard puts it.
    await surface.press('Enter');
    await chat.ask('What is on my screen now?');
    await chat.waitForText('All is well.');
    const sent = await decode(server().questions.at(-1)?.images[0]?.bytes ?? '');
    const shown = await decode(picture);
    const middle = { left: 448, top: 344, right: 832, bottom: 516 };
    for (let y = 0; y < sent.height; y++) {
      for (let x = 0; x < sent.width; x++) {
        const at = (y * sent.width + x) * 3;
        const isRedacted = x >= middle.left && x < middle.right && y >= middle.top && y < middle.bottom;
        if (isRedacted) {
          assert.deepEqual([...sent.data.subarray(at, at + 3)], [0, 0, 0], `${x}, ${y}`);
          shown.data.fill(0, at, at + 3);
        }
      }
    }
    assert.ok(difference(sent, shown) < 1, 'more was changed than what was redacted');
    const { chats, pictures } = await stored();
    const attached = await decode(picture);
    const whole = pictures.filter(({ pixels }) => pixels.width === sent.width && difference(pixels, attached) < 1);
    assert(whole.length > 0, 'what was attached is not stored');
    const chatWithIt = chats.find((text) => text.includes('What is on my screen now?')) ?? '';
    assert(pictures.some(({ sha256 }) => chatWithIt.includes(sha256)));
    assert(whole.every(({ sha256 }) => !chatWithIt.includes(sha256)));
  });

  it('attaches nothing when the region is given up', async () => {
    const chat = await startNewChat(workbench());
    await workbench().runCommand('Iris: Ask About Screenshot');
    await workbench().quickInput.pick('Region');
    const page = workbench().panel('editor');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await workbench().editor.tab('Choose a Region').waitFor({ state: 'detached' });
    await becomes(() => chat.tray.count(), 0);
  });

  /** @returns where the picture is edited: it opens with the screenshot, and the tray below it is one line here. */
  async function waitForScreenshot(chat: Chat): Promise<Locator> {
    const surface = workbench()
      .panel()
      .getByRole('application', { name: /^Picture Screenshot/ });
    await surface.waitFor();
    await chat.button('1 attachment').click();
    await chat.waitForAttachments(1);
    return surface;
  }

  /** The files of the chats, and every picture that is stored. */
  async function stored() {
    const { dataFolder } = workbench();
    const files = (await readdir(dataFolder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const chats = files.filter((file) => file.endsWith('.jsonl')).map((file) => readFileSync(file, 'utf8'));
    const pictures: { readonly sha256: string; readonly pixels: Awaited<ReturnType<typeof decode>> }[] = [];
    for (const file of files.filter((name) => name.includes(`${path.sep}blobs${path.sep}`))) {
      const bytes = readFileSync(file);
      if (bytes.subarray(1, 4).toString('latin1') === 'PNG') {
        pictures.push({ sha256: createHash('sha256').update(bytes).digest('hex'), pixels: await decode(bytes) });
      }
    }
    return { chats, pictures };
  }

  async function assertSent(chat: Chat, shown: Awaited<ReturnType<typeof decode>>): Promise<void> {
    await chat.ask('What is on my screen?');
    await chat.waitForText('All is well.');
    const images: readonly ReceivedImage[] = server().questions.at(-1)?.images ?? [];
    assert.equal(images.length, 1);
    const sent = await decode(images[0]?.bytes ?? '');
    assert.ok(difference(sent, shown) < 1, 'another picture was sent');
  }
});
