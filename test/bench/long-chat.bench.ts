import { ensureChromium } from '../workbench/install-chromium.mjs';
import type { Benchmark, Row } from './benchmark';
import { longChat } from './support/long-chat';
import { ChatPage } from './support/chat-page';

const sizes = [
  { messages: 20, pictures: 3 },
  { messages: 200, pictures: 30 },
  { messages: 2000, pictures: 300 },
];

/** A wheel that is turned fast. */
const wheel = { pixels: 200, frames: 150 };

/** A scrollbar that is dragged: most of a view with each frame. */
const drag = { pixels: 560, frames: 200 };

export const benchmark: Benchmark = {
  title:
    'the panel with a chat in Chromium, 480 by 760 pixels. First paint: from the host’s snapshot to the frame that shows the ' +
    `end of the chat; then scrolled up, ${wheel.pixels} pixels a frame (wheel) and ${drag.pixels} (drag). Tasks in CPU of the main ` +
    'thread, long ones have over 50 ms; empty: the part of the view that showed no message yet; pictures: thumbnails in the ' +
    'page at once; memory: of script and of thumbnails, before scrolling and after.',
  async *run(): AsyncGenerator<Row> {
    await ensureChromium();
    for (const { messages, pictures } of sizes) {
      const page = await ChatPage.open();
      try {
        const opened = await page.show(longChat(messages, pictures));
        const before = await page.memory();
        const wheeled = await page.scroll(wheel);
        const dragged = await page.scroll(drag);
        const after = await page.memory();
        yield {
          messages,
          pictures,
          'first paint ms': opened.wallMs,
          'first paint CPU ms': opened.cpuMs,
          'wheel worst task ms': wheeled.worstTaskMs,
          'wheel long tasks': wheeled.longTasks,
          'wheel empty %': wheeled.empty * 100,
          'drag worst task ms': dragged.worstTaskMs,
          'drag long tasks': dragged.longTasks,
          'drag empty %': dragged.empty * 100,
          'most pictures at once': Math.max(wheeled.mostPictures, dragged.mostPictures),
          'script MB before': before.scriptBytes / 1e6,
          'script MB after': after.scriptBytes / 1e6,
          'media MB before': before.mediaBytes / 1e6,
          'media MB after': after.mediaBytes / 1e6,
        };
      } finally {
        await page.close();
      }
    }
  },
};
