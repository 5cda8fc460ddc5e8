import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { planImage } from '../../src/attachments/image/plan-image';
import type { PrepareContext } from '../../src/attachments/attachment-services';
import { readImage } from '../../src/attachments/image/read-image';
import { type ChildMediaService, createMediaService } from '../../src/media-process/child-media-service';
import { findMediaRules } from '../../src/model/media-rules/find-media-rules';
import type { ModelTarget } from '../../src/model/model-target';
import { createDerivedForms } from '../../src/store/file-derived-forms';
import { createBlobStore } from '../../src/store/file-blob-store';
import { closeBrowser } from '../workbench/shared-browser.mjs';
import type { Benchmark, Row } from './benchmark';
import { type CanvasRule, withCanvas } from './support/canvas-ways';
import { type EditorLook, editorScreenshot } from './support/make-pictures';
import { sampleCode } from './support/sample-code';
import { similarity } from './support/similarity';
import { continueSize, copilotSize } from './support/sizing-rules';

const target: ModelTarget = {
  endpoint: 'OpenAI',
  model: 'gpt-4o',
  offline: false,
  capabilities: { input: { image: true } },
};
const rule = findMediaRules(target).image;

const looks: readonly (EditorLook & { readonly name: string })[] = [
  { name: '4K, text of 14 pt', width: 1920, height: 1080, scale: 2, fontSize: 14, theme: 'dark' },
  { name: 'laptop, text of 13 pt', width: 1440, height: 900, scale: 1, fontSize: 13, theme: 'light' },
];

export const benchmark: Benchmark = {
  title:
    'how much of the code in a screenshot can still be read after each way of preparing it. Every picture is first made as ' +
    'small as gpt-4o makes it, then read by the offline text recognition; readable is one minus the edits per letter.',
  async *run(): AsyncGenerator<Row> {
    const directory = await mkdtemp(path.join(tmpdir(), 'iris-legibility-'));
    const media = createMediaService({ modulePath: path.resolve('dist/media-process.js') });
    try {
      for (const { name, ...look } of looks) {
        const file = { name: 'screenshot.png', path: path.join(directory, 'screenshot.png') };
        await writeFile(file.path, await editorScreenshot(look));
        const jpeg: CanvasRule = { size: continueSize, mediaType: () => 'image/jpeg', quality: 0.7 };
        const ways: readonly (readonly [string, readonly Uint8Array[]])[] = [
          ['Iris', await prepared(file.path, directory, media)],
          [
            "Copilot Chat's sizes",
            (await withCanvas([file], { size: copilotSize, mediaType: () => 'image/png' })).pictures,
          ],
          ["Continue's sizes", (await withCanvas([file], jpeg)).pictures],
          ['sent as it is', [await readFile(file.path)]],
        ];
        for (const [way, pictures] of ways) {
          yield { screenshot: name, way, ...(await legibility(pictures, media)) };
        }
      }
    } finally {
      media.dispose();
      await closeBrowser();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

/** What Iris sends of it. */
async function prepared(file: string, directory: string, media: ChildMediaService): Promise<readonly Uint8Array[]> {
  const blobs = createBlobStore(path.join(directory, 'blobs'));
  const refuse = (): Promise<never> => Promise.reject(new Error('Not in this benchmark.'));
  const context: PrepareContext = {
    media,
    blobs,
    derived: createDerivedForms({ directory: path.join(directory, 'derived'), blobs }),
    passwords: new Map(),
    transcribe: refuse,
    describe: refuse,
    id: 'one',
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const bytes = await readFile(file);
  const stored = { id: 'one', file: { name: 'screenshot.png', bytes }, source: await blobs.put(bytes, 'image/png') };
  const planned = planImage(await readImage(stored, context), target);
  if (planned.status !== 'planned') {
    throw new Error('The model takes pictures.');
  }
  const { parts } = await planned.prepare(context);
  return await Promise.all(parts.flatMap((part) => (part.type === 'image' ? [blobs.get(part.blob.sha256)] : [])));
}

async function legibility(pictures: readonly Uint8Array[], media: ChildMediaService): Promise<Row> {
  let text = '';
  let tokens = 0;
  let bytes = 0;
  const sizes: string[] = [];
  for (const picture of pictures) {
    const { width, height } = await sharp(picture).metadata();
    const seen = rule.fit({ width, height });
    tokens += rule.tokens({ width, height });
    bytes += picture.byteLength;
    sizes.push(`${width} × ${height}`);
    const shrunk = await sharp(picture)
      .resize(Math.round(seen.width), Math.round(seen.height), { fit: 'fill' })
      .png()
      .toBuffer();
    text += (await media.readText(shrunk)).lines.map((line) => `${line.text}\n`).join('');
  }
  return { pictures: sizes.join(', '), 'readable %': similarity(text, sampleCode) * 100, tokens, KB: bytes / 1e3 };
}
