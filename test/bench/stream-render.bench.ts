import { ensureChromium } from '../workbench/install-chromium.mjs';
import type { Benchmark, Row } from './benchmark';
import { longAnswer, tokenSizedPieces } from './support/long-answer';
import { markdownSamples } from './support/markdown-samples';
import { launchFast, StreamPage } from './support/stream-page';
import type { StreamCost } from './support/stream-page';

const sizes = [20, 100, 400];

interface Way {
  readonly name: string;
  readonly program: string;
  /** Where one answer would take many minutes: what its pieces cost is measured at this many places instead of all. */
  readonly places?: number;
}

/** The others are compared with the first. */
const ways: readonly Way[] = [
  { name: 'Iris', program: 'iris' },
  { name: 'streaming-markdown', program: 'streaming-markdown' },
  { name: 'streamdown', program: 'streamdown', places: 16 },
  { name: 'marked blocks, memoised react-markdown (Cline)', program: 'marked-blocks', places: 12 },
  { name: 'react-markdown, whole (Continue, Roo)', program: 'react-markdown', places: 10 },
  { name: 'markdown-it, whole', program: 'markdown-it', places: 10 },
  { name: 'marked, whole', program: 'marked', places: 10 },
];

export const benchmark: Benchmark = {
  title:
    'an answer that streams into a page in Chromium, 20 characters a frame on average. CPU: script, style and layout on the ' +
    'main thread; all CPU: with what Chromium does for each changed frame; piece: CPU of single pieces at evenly spaced ' +
    'places; frame: wall time from script to paint, other work on the machine included. Sampled: the total is the mean of ' +
    'these pieces times their number. Growth: to an answer of a quarter. Right: how many of the samples of Markdown end as ' +
    'the DOM that CommonMark and GFM say.',
  async *run(): AsyncGenerator<Row> {
    await ensureChromium();
    const browser = await launchFast();
    try {
      const costs = new Map<string, StreamCost>();
      for (const { name, program, places } of ways) {
        const page = await StreamPage.open(browser, program);
        const right = await countRight(page);
        for (const size of sizes) {
          const pieces = tokenSizedPieces(longAnswer(size * 1000));
          const cost = await (places === undefined ? page.measureAll(pieces) : page.measureSamples(pieces, places));
          costs.set(`${name} ${size}`, cost);
          const smaller = costs.get(`${name} ${size / 4}`);
          yield {
            way: name,
            KB: size,
            'CPU s': cost.cpuMs / 1000,
            'all CPU s': cost.allCpuMs / 1000,
            'p95 piece ms': cost.p95PieceMs,
            'worst piece ms': cost.worstPieceMs,
            'worst frame ms': cost.worstFrameMs,
            'CPU ratio': cost.cpuMs / (costs.get(`${ways[0]?.name} ${size}`)?.cpuMs ?? NaN),
            ...(smaller && { growth: cost.cpuMs / smaller.cpuMs }),
            pieces: places === undefined ? 'all' : 'sampled',
            right,
          };
        }
        await page.close();
      }
    } finally {
      await browser.close();
    }
  },
};

async function countRight(page: StreamPage): Promise<string> {
  let right = 0;
  for (const sample of markdownSamples) {
    right += (await page.endsRight(sample)) ? 1 : 0;
  }
  return `${right} of ${markdownSamples.length}`;
}
