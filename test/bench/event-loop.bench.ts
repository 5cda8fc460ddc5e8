import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeBrowser } from '../workbench/shared-browser.mjs';
import type { Benchmark, Row } from './benchmark';
import type { PrepareResult } from './programs/prepare-pictures';
import { buildProgram } from './support/build-program';
import { makePictures } from './support/make-pictures';
import { median } from './support/measure';
import { runProgram } from './support/run-program';

const ways = [
  { name: 'nothing, for 3 seconds', way: 'nothing', rounds: 3 },
  { name: 'decoding in the host (jimp)', way: 'jimp', rounds: 1 },
  { name: 'Iris: in the media process', way: 'iris', rounds: 5 },
] as const;

export const benchmark: Benchmark = {
  title:
    `how long the extension host's event loop is held up while 20 pictures are prepared, from attaching to ready; ` +
    'medians of several processes. A slice is the CPU time between two turns of the loop.',
  async *run(): AsyncGenerator<Row> {
    const program = await buildProgram('prepare-pictures');
    const directory = await mkdtemp(path.join(tmpdir(), 'iris-pictures-'));
    try {
      const { mixed } = await makePictures(directory);
      await closeBrowser();
      for (const { name, way, rounds } of ways) {
        const results: PrepareResult[] = [];
        for (let round = 0; round < rounds; round++) {
          results.push((await runProgram(program, [JSON.stringify({ way, files: mixed })])) as PrepareResult);
        }
        yield {
          way: name,
          'longest slice ms': median(results.map(({ cost }) => cost.longestSliceMs)),
          'host CPU ms': median(results.map(({ cost }) => cost.mainCpuMs)),
          'host extra MB': median(results.map(({ cost }) => cost.extraBytes)) / 1e6,
          'wall ms': median(results.map(({ cost }) => cost.wallMs)),
        };
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};
