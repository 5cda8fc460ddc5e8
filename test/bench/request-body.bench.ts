import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBlobStore } from '../../src/store/file-blob-store';
import { completion } from '../servers/chunks';
import type { Benchmark, Row } from './benchmark';
import { buildProgram } from './support/build-program';
import { type Cost, median } from './support/measure';
import { runProgram } from './support/run-program';

const pictures = 10;
const pictureBytes = 5_000_000;
const rounds = 5;

/** The first is what the others are compared with. */
const ways = [
  { name: 'data URLs in JSON, fetch', way: 'fetch' },
  { name: 'bytes through the openai client', way: 'client' },
  { name: 'Iris: streamed from disk', way: 'streamed' },
] as const;

export const benchmark: Benchmark = {
  title:
    `a question with ${pictures} pictures of ${pictureBytes / 1e6} MB, each way in processes of its own; medians of ${rounds}. ` +
    'Extra memory is the highest resident memory beyond that before; a slice is the CPU time between two turns of the event loop.',
  async *run(): AsyncGenerator<Row> {
    const program = await buildProgram('ask-with-pictures');
    const directory = await mkdtemp(path.join(tmpdir(), 'iris-bodies-'));
    const sizes: number[] = [];
    const server = createServer((request, response) => {
      let bytes = 0;
      request.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      request.on('end', () => {
        sizes.push(bytes);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(completion({ text: 'Ten pictures.' })));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const store = createBlobStore(directory);
      const blobs = await Promise.all(
        Array.from({ length: pictures }, () => store.put(randomBytes(pictureBytes), 'image/png')),
      );
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
      const costs = ways.map((): Cost[] => []);
      for (let round = 0; round < rounds; round++) {
        for (const [index, { way }] of ways.entries()) {
          const cost = await runProgram(program, [JSON.stringify({ way, directory, blobs, baseUrl })]);
          costs[index]?.push(cost as Cost);
          if ((sizes.at(-1) ?? 0) < (pictures * pictureBytes * 4) / 3) {
            throw new Error(`Not all of the pictures arrived: ${sizes.at(-1)} bytes did.`);
          }
        }
      }
      const [first = []] = costs;
      for (const [index, { name }] of ways.entries()) {
        const of = (field: keyof Cost, all: readonly Cost[] = costs[index] ?? []) =>
          median(all.map((cost) => cost[field]));
        yield {
          way: name,
          'extra memory MB': of('extraBytes') / 1e6,
          'longest slice ms': of('longestSliceMs'),
          'main CPU ms': of('mainCpuMs'),
          'all CPU ms': of('cpuMs'),
          'memory ratio': of('extraBytes') / of('extraBytes', first),
          'slice ratio': of('longestSliceMs') / of('longestSliceMs', first),
          'CPU ratio': of('mainCpuMs') / of('mainCpuMs', first),
        };
      }
    } finally {
      server.close();
      server.closeAllConnections();
      await rm(directory, { recursive: true, force: true });
    }
  },
};
