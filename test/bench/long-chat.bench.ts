import { ensureChromium } from '../workbench/install-chromium.mjs';
import type { Benchmark, Row } from './benchmark';
import { longChat } from './support/long-chat';
import { ChatPage } from './support/chat-page';

const sizes = [
  { messages: 20, pictures: 3 },
  { messages: 200, pictures: 30 },
  { messages: 2000, pictures: 300 },
];

export const benchmark: Benchmark = {
  title:
    'the panel with a chat in Chromium, 480 by 760 pixels. First paint: from the host’s snapshot to the frame that shows the ' +
    'end of the chat, wall time and CPU of the main thread; scroll: from the end up in at most 200 frames, each by most of a view; ' +
    'long tasks are over 50 ms of wall time, other work on the machine included; pictures: thumbnails in the page at once.',
  async *run(): AsyncGenerator<Row> {
    await ensureChromium();
    for (const { messages, pictures } of sizes) {
      const page = await ChatPage.open();
      try {
        const opened = await page.show(longChat(messages, pictures));
        const scrolled = await page.scrollThrough();
        yield {
          messages,
          pictures,
          'first paint ms': opened.wallMs,
          'first paint CPU ms': opened.cpuMs,
          'scroll steps': scrolled.steps,
          'p95 step CPU ms': scrolled.p95StepMs,
          'worst step CPU ms': scrolled.worstStepMs,
          'long tasks': scrolled.longTasks,
          'longest task ms': scrolled.longestTaskMs,
          'most pictures at once': scrolled.mostPictures,
          'media MB at the end': scrolled.mediaBytes / 1e6,
          'script MB at the end': scrolled.scriptBytes / 1e6,
        };
      } finally {
        await page.close();
      }
    }
  },
};
