import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeBrowser } from '../workbench/shared-browser.mjs';
import type { Benchmark, Row } from './benchmark';
import type { PrepareResult } from './programs/prepare-pictures';
import { buildProgram } from './support/build-program';
import { type CanvasRule, withCanvas } from './support/canvas-ways';
import { makePictures, type PictureFile } from './support/make-pictures';
import { median } from './support/measure';
import { runProgram } from './support/run-program';
import { continueSize, copilotSize } from './support/sizing-rules';

const canvasWays: readonly { readonly name: string; readonly rule: CanvasRule }[] = [
  {
    name: "canvas, Copilot Chat's sizes",
    rule: { size: copilotSize, mediaType: (name) => (name.endsWith('.jpg') ? 'image/jpeg' : 'image/png') },
  },
  {
    name: "canvas, Continue's sizes",
    rule: { size: continueSize, mediaType: () => 'image/jpeg', quality: 0.7 },
  },
];

const sets = { screenshot: 'a 4K screenshot', photo: 'a photo of 12 MP', mixed: '20 mixed' } as const;

export const benchmark: Benchmark = {
  title:
    'preparing pictures for gpt-4o: CPU of all processes that take part, their highest memory (the host beyond what it had, ' +
    'the process beside as a whole), and the bytes that are sent. jimp leaves out WebP and SVG, which it does not read.',
  async *run(): AsyncGenerator<Row> {
    const program = await buildProgram('prepare-pictures');
    const directory = await mkdtemp(path.join(tmpdir(), 'iris-pictures-'));
    try {
      const pictures = await makePictures(directory);
      for (const set of ['screenshot', 'photo', 'mixed'] as const) {
        const files = pictures[set];
        yield await inProcess({ program, files, way: 'iris', rounds: 3 }, { pictures: sets[set], way: 'Iris' });
        yield await inProcess({ program, files, way: 'jimp', rounds: 1 }, { pictures: sets[set], way: 'jimp' });
        for (const { name, rule } of canvasWays) {
          const { bytes, wallMs, cpuMs, peakBytes } = await withCanvas(files, rule);
          const cost = { 'wall ms': wallMs, 'CPU ms': cpuMs, 'peak MB': peakBytes / 1e6, 'sent KB': bytes / 1e3 };
          yield { pictures: sets[set], way: name, ...cost };
        }
        yield await inProcess(
          { program, files, way: 'asIs', rounds: 1 },
          { pictures: sets[set], way: 'sent as it is' },
        );
      }
    } finally {
      await closeBrowser();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

interface Runs {
  readonly program: string;
  readonly files: readonly PictureFile[];
  readonly way: 'iris' | 'jimp' | 'asIs';
  readonly rounds: number;
}

async function inProcess({ program, files, way, rounds }: Runs, labels: Row): Promise<Row> {
  const results: PrepareResult[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push((await runProgram(program, [JSON.stringify({ way, files })])) as PrepareResult);
  }
  const of = (read: (result: PrepareResult) => number): number => median(results.map(read));
  return {
    ...labels,
    'wall ms': of(({ cost }) => cost.wallMs),
    'CPU ms': of(({ cost, media }) => cost.cpuMs + (media?.cpuMs ?? 0)),
    'peak MB': of(({ cost, media }) => cost.extraBytes + (media?.peakBytes ?? 0)) / 1e6,
    'sent KB': of(({ bytes }) => bytes) / 1e3,
  };
}
