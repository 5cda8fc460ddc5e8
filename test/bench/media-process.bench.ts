import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createMediaService } from '../../src/media-process/child-media-service';
import { MediaChild } from '../../src/media-process/media-child';
import type { Benchmark, Row } from './benchmark';
import { median } from './support/measure';
import { processUse } from './support/process-use';

const rounds = 5;
const modulePath = path.resolve('dist/media-process.js');

export const benchmark: Benchmark = {
  title:
    'the media process: from its start to ready, then after work of each kind (resident memory, and CPU since its start). ' +
    `Medians of ${rounds} starts, one process for the rest.`,
  async *run(): AsyncGenerator<Row> {
    const starts = [];
    for (let round = 0; round < rounds; round++) {
      starts.push(await start());
    }
    yield {
      state: 'ready, idle',
      'wall ms': median(starts.map(({ wall }) => wall)),
      'CPU ms': median(starts.map(({ cpuMs }) => cpuMs)),
      'resident MB': median(starts.map(({ bytes }) => bytes)) / 1e6,
    };
    const media = createMediaService({ modulePath });
    try {
      const formats = ['image/png', 'image/jpeg'];
      const page = { maxLongSide: 2048, maxShortSide: 768, formats, thumbnailSide: 256 };
      const picture = await readFile('demo/pictures/error.png');
      const pdf = await readFile('demo/spec.pdf');
      yield await after('a picture', media, () =>
        media.prepareImage(picture, { pictures: [{ within: 1024 }], formats }),
      );
      yield await after('the text of a picture', media, () => media.readText(picture));
      yield await after('a page of a PDF', media, () => media.renderPages(pdf, { pages: [1], plan: page }));
    } finally {
      media.dispose();
    }
  },
};

async function start(): Promise<{ readonly wall: number; readonly cpuMs: number; readonly bytes: number }> {
  const started = performance.now();
  const ready = Promise.withResolvers<number>();
  const child = new MediaChild(
    { modulePath },
    {
      message: (message) => message.type === 'ready' && ready.resolve(performance.now() - started),
      ended: (how) => ready.reject(new Error(how)),
    },
  );
  try {
    const wall = await ready.promise;
    // What is still loading belongs to the start.
    await delay(200);
    return { wall, ...processUse(child.pid) };
  } finally {
    child.kill();
  }
}

async function after(
  what: string,
  media: { readonly processId: number | undefined },
  work: () => Promise<unknown>,
): Promise<Row> {
  const started = performance.now();
  await work();
  const wall = performance.now() - started;
  await delay(200);
  const { cpuMs, bytes } = processUse(media.processId);
  return { state: `after ${what}`, 'wall ms': wall, 'CPU ms': cpuMs, 'resident MB': bytes / 1e6 };
}
