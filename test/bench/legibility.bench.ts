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
import { type EditorLook, editorScreenshot, lineBox } from './support/make-pictures';
import { sampleCode } from './support/sample-code';
import { editDistance } from './support/edit-distance';
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
  { name: '4K, text of 16 pt', width: 1920, height: 1080, scale: 2, fontSize: 16, theme: 'light' },
  { name: 'laptop, text of 13 pt', width: 1440, height: 900, scale: 1, fontSize: 13, theme: 'light' },
];

export const benchmark: Benchmark = {
  title:
    'how much of the code in a screenshot can still be read after each way of preparing it. Every picture is first made as ' +
    'small as gpt-4o makes it, then read line by line by the offline text recognition; readable is one minus the edits per letter.',
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
          yield { screenshot: name, way, ...(await legibility(pictures, { look, media })) };
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

/** Each line by itself: what the recognition makes of a whole page depends on where it believes to see blocks, too. */
async function legibility(
  pictures: readonly Uint8Array[],
  { look, media }: { readonly look: EditorLook; readonly media: ChildMediaService },
): Promise<Row> {
  const [picture, ...more] = pictures;
  if (!picture || more.length > 0) {
    throw new Error('A screenshot of this size is sent in one piece.');
  }
  const { width, height } = await sharp(picture).metadata();
  const seen = rule.fit({ width, height });
  const size = { width: Math.round(seen.width), height: Math.round(seen.height) };
  const shrunk = await sharp(picture)
    .resize({ ...size, fit: 'fill' })
    .png()
    .toBuffer();
  const scale = size.width / (look.width * look.scale);
  let edits = 0;
  let letters = 0;
  for (const [index, line] of sampleCode.split('\n').entries()) {
    const { left, top, ...box } = lineBox(look, index);
    const area = { left: left * scale, top: top * scale, width: box.width * scale, height: box.height * scale };
    const isInside = area.top + area.height <= size.height;
    if (line.trim() !== '' && isInside) {
      const { lines } = await media.readText(await stripOf(shrunk, area));
      const wanted = line.replace(/\s+/g, '');
      letters += wanted.length;
      edits += Math.min(wanted.length, editDistance(lines.map(({ text }) => text).join(''), wanted));
    }
  }
  return {
    pictures: `${width} × ${height}`,
    'readable %': (1 - edits / letters) * 100,
    tokens: rule.tokens({ width, height }),
    KB: picture.byteLength / 1e3,
  };
}

/** With a margin of the paper's colour around, as recognition wants it. */
async function stripOf(
  picture: Buffer,
  area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Promise<Buffer> {
  const [left, top, width, height] = [area.left, area.top, area.width, area.height].map(Math.floor) as Numbers;
  return await sharp(picture)
    .extract({ left, top, width, height: height + 1 })
    .extend({ top: 12, bottom: 12, left: 12, right: 12, extendWith: 'copy' })
    .png()
    .toBuffer();
}

type Numbers = [number, number, number, number];
