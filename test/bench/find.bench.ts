import { ensureChromium } from '../workbench/install-chromium.mjs';
import type { Benchmark, Row } from './benchmark';
import { ChatPage } from './support/chat-page';
import { longAnswer } from './support/long-answer';
import { chatOf } from './support/long-chat';

const sizes = [20, 100, 400];

/** A letter as it is typed first: there is no word with more matches. */
const query = 'e';

const ways = [
  { name: 'Iris', find: (page: ChatPage) => page.find(query) },
  { name: 'an element around each match', find: (page: ChatPage) => page.wrapMatches(query) },
];

export const benchmark: Benchmark = {
  title:
    'the first letter of a word is typed into Find, in a chat with one long answer, in Chromium, 480 by 760 pixels. CPU of the ' +
    'page’s main thread until the count and the marks are there, and in its longest task; piece: what is shown then of an ' +
    'answer that streams below, for each of 60 frames. The other way puts an element around each match, as libraries do ' +
    'that mark words in pages.',
  async *run(): AsyncGenerator<Row> {
    await ensureChromium();
    for (const size of sizes) {
      let first: number | undefined;
      for (const { name, find } of ways) {
        const page = await ChatPage.open();
        try {
          await page.show(chatOf(longAnswer(size * 1000)));
          await page.settle();
          const found = await find(page);
          const pieceMs = await page.stream(60);
          first ??= found.cpuMs;
          yield {
            way: name,
            KB: size,
            'text nodes': found.textNodes,
            matches: found.matches,
            'CPU ms': found.cpuMs,
            'CPU ratio': found.cpuMs / first,
            'worst task ms': found.worstTaskMs,
            'piece ms': pieceMs,
          };
        } finally {
          await page.close();
        }
      }
    }
  },
};
