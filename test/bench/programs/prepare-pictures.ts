import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Jimp } from 'jimp';
import { Tray } from '../../../src/attachments/tray';
import { createMediaService } from '../../../src/media-process/child-media-service';
import { createDerivedForms } from '../../../src/store/file-derived-forms';
import { createBlobStore } from '../../../src/store/file-blob-store';
import type { PictureFile } from '../support/make-pictures';
import { type Cost, measure } from '../support/measure';
import { processUse, type ProcessUse } from '../support/process-use';
import { copilotSize } from '../support/sizing-rules';

interface Task {
  readonly way: 'iris' | 'jimp' | 'asIs' | 'nothing';
  readonly files: readonly PictureFile[];
}

export interface PrepareResult {
  readonly cost: Cost;
  /** Bytes that would be sent, before base64. */
  readonly bytes: number;
  /** Of the process beside, where there is one. */
  readonly media?: Omit<ProcessUse, 'bytes'>;
}

/** Prepares pictures in one way and prints what it cost this process, which stands for the extension host. */
async function main({ way, files }: Task): Promise<void> {
  const ways = { iris: withIris, jimp: withJimp, asIs, nothing };
  console.log(JSON.stringify(await ways[way](files)));
}

/** As the panel does it: from attaching to ready. The media process is there already, as after a first picture. */
async function withIris(files: readonly PictureFile[]): Promise<PrepareResult> {
  const directory = await mkdtemp(path.join(tmpdir(), 'iris-bench-'));
  const blobs = createBlobStore(path.join(directory, 'blobs'));
  const media = createMediaService({ modulePath: path.resolve('dist/media-process.js') });
  const refuse = (): Promise<never> => Promise.reject(new Error('Not in this benchmark.'));
  const tray = new Tray({
    media,
    blobs,
    derived: createDerivedForms({ directory: path.join(directory, 'derived'), blobs }),
    passwords: new Map(),
    transcribe: refuse,
    describe: refuse,
    target: () => ({ endpoint: 'OpenAI', model: 'gpt-4o', offline: false, capabilities: { input: { image: true } } }),
  });
  const attach = async (some: readonly PictureFile[]): Promise<number> => {
    tray.add(await Promise.all(some.map(async (file) => ({ name: file.name, bytes: await readFile(file.path) }))));
    await tray.settled();
    return tray.attachments
      .flatMap(({ parts }) => parts)
      .reduce((sum, part) => sum + ('blob' in part ? part.blob.byteLength : 0), 0);
  };
  const warmUp = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`;
  tray.add([{ name: 'warm-up.svg', bytes: Buffer.from(warmUp) }]);
  await tray.settled();
  tray.clear();
  const before = processUse(media.processId);
  const { result: bytes, cost } = await measure(() => attach(files));
  const after = processUse(media.processId);
  const failed = tray.items.filter(({ status }) => status !== 'ready');
  if (failed.length > 0) {
    throw new Error(`Not everything could be prepared: ${JSON.stringify(failed)}`);
  }
  media.dispose();
  await rm(directory, { recursive: true, force: true });
  return { cost, bytes, media: { cpuMs: after.cpuMs - before.cpuMs, peakBytes: after.peakBytes } };
}

/** The most used decoder in plain JavaScript, in the host, to the size that GitHub Copilot Chat sends. */
async function withJimp(files: readonly PictureFile[]): Promise<PrepareResult> {
  const { result: bytes, cost } = await measure(async () => {
    let sum = 0;
    for (const file of files) {
      if (!/\.(webp|svg)$/.test(file.name)) {
        const picture = await Jimp.fromBuffer(readFileSync(file.path));
        const { width, height } = copilotSize(picture);
        picture.resize({ w: width, h: height });
        const encoded = file.name.endsWith('.jpg') ? picture.getBuffer('image/jpeg') : picture.getBuffer('image/png');
        sum += (await encoded).byteLength;
      }
    }
    return sum;
  });
  return { cost, bytes };
}

async function asIs(files: readonly PictureFile[]): Promise<PrepareResult> {
  const { result: bytes, cost } = await measure(async () => {
    const all = await Promise.all(files.map((file) => readFile(file.path)));
    return all.reduce((sum, { byteLength }) => sum + byteLength, 0);
  });
  return { cost, bytes };
}

/** What the measuring itself shows on this machine. */
async function nothing(): Promise<PrepareResult> {
  const { cost } = await measure(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
  return { cost, bytes: 0 };
}

void main(JSON.parse(process.argv[2] ?? '{}') as Task);
