import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Size } from '../../../src/model/media-rules/media-rules';
import { ensureChromium } from '../../workbench/install-chromium.mjs';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import type { PictureFile } from './make-pictures';
import { processUse } from './process-use';

export interface CanvasRule {
  readonly size: (size: Size) => Size;
  readonly mediaType: (name: string) => 'image/png' | 'image/jpeg';
  readonly quality?: number;
}

export interface CanvasResult {
  readonly bytes: number;
  readonly pictures: readonly Buffer[];
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The highest resident memory of the page's process. */
  readonly peakBytes: number;
}

/** Prepares pictures with a canvas in Chromium, as extensions do whose page prepares what it sends. */
export async function withCanvas(files: readonly PictureFile[], rule: CanvasRule): Promise<CanvasResult> {
  await ensureChromium();
  const browser = await openBrowser();
  const page = await browser.newPage();
  const system = await browser.newBrowserCDPSession();
  const renderers = async () =>
    (await system.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer');
  try {
    const before = await renderers();
    const started = performance.now();
    const pictures: Buffer[] = [];
    for (const file of files) {
      pictures.push(await onCanvas(page, { file, rule }));
    }
    const wallMs = performance.now() - started;
    const after = await renderers();
    const cpuMs = sum(after.map(({ cpuTime }) => cpuTime)) - sum(before.map(({ cpuTime }) => cpuTime));
    return {
      bytes: sum(pictures.map(({ byteLength }) => byteLength)),
      pictures,
      wallMs,
      cpuMs: cpuMs * 1000,
      peakBytes: Math.max(...after.map(({ id }) => processUse(id).peakBytes)),
    };
  } finally {
    await page.close();
  }
}

async function onCanvas(
  page: Page,
  { file, rule }: { readonly file: PictureFile; readonly rule: CanvasRule },
): Promise<Buffer> {
  const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', jpg: 'image/jpeg' };
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
  const url = `data:${types[extension] ?? `image/${extension}`};base64,${(await readFile(file.path)).toString('base64')}`;
  const natural = await page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    Reflect.set(globalThis, 'picture', picture);
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  }, url);
  const wanted = { ...rule.size(natural), mediaType: rule.mediaType(file.name), quality: rule.quality };
  const encoded = await page.evaluate(({ width, height, mediaType, quality }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    const picture: unknown = Reflect.get(globalThis, 'picture');
    if (!context || !(picture instanceof Image)) {
      throw new Error('There is no canvas.');
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    return canvas.toDataURL(mediaType, quality);
  }, wanted);
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
