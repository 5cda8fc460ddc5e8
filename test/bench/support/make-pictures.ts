import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { ensureChromium } from '../../workbench/install-chromium.mjs';
import { openBrowser } from '../../workbench/shared-browser.mjs';
import { sampleCode } from './sample-code';

export interface EditorLook {
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  /** Device pixels of a CSS pixel. */
  readonly scale: number;
  /** CSS pixels. */
  readonly fontSize: number;
  readonly theme: 'light' | 'dark';
}

/** CSS pixels. */
const codeTop = 12;
/** CSS pixels. */
const codeLeft = 72;
const lineHeight = 1.4;

/** A screenshot of an editor that shows the sample code, as PNG. */
export async function editorScreenshot({ width, height, scale, fontSize, theme }: EditorLook): Promise<Buffer> {
  await ensureChromium();
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  try {
    const [paper, ink, keyword, bar] =
      theme === 'dark' ? ['#1f1f1f', '#cccccc', '#569cd6', '#181818'] : ['#ffffff', '#3b3b3b', '#0000ff', '#f8f8f8'];
    const escaped = sampleCode.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const words =
      /\b(import|const|export|interface|readonly|async|function|for|let|await|throw|return|new|class|if|of)\b/g;
    const code = escaped.replace(words, '<b>$&</b>');
    await page.setContent(
      `<style>
        body { margin: 0; background: ${paper}; color: ${ink}; }
        aside { position: fixed; inset: 0 auto 0 0; width: 48px; background: ${bar}; }
        pre { margin: ${codeTop}px 0 0 ${codeLeft}px; font: ${fontSize}px/${lineHeight} 'DejaVu Sans Mono', monospace; }
        b { font-weight: normal; color: ${keyword}; }
      </style><aside></aside><pre>${code}</pre>`,
    );
    return await page.screenshot({ type: 'png' });
  } finally {
    await page.close();
  }
}

/** Where a line of the code is in the screenshot, in its pixels. */
export function lineBox({ width, scale, fontSize }: EditorLook, line: number) {
  const height = fontSize * lineHeight;
  return {
    left: codeLeft * scale,
    top: (codeTop + line * height) * scale,
    width: (width - codeLeft) * scale,
    height: height * scale,
  };
}

export interface PictureFile {
  readonly name: string;
  readonly path: string;
}

const fourK: EditorLook = { width: 1920, height: 1080, scale: 2, fontSize: 14, theme: 'dark' };

/** The pictures that the benchmarks prepare: a 4K screenshot, a photo of 12 megapixels, and 20 of all kinds. */
export async function makePictures(
  directory: string,
): Promise<Readonly<Record<'screenshot' | 'photo' | 'mixed', readonly PictureFile[]>>> {
  await mkdir(directory, { recursive: true });
  const write = async (name: string, bytes: Uint8Array): Promise<PictureFile> => {
    const file = path.join(directory, name);
    await writeFile(file, bytes);
    return { name, path: file };
  };
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  const screenshot = await write('screenshot-4k.png', await editorScreenshot(fourK));
  const photo = await write('photo-12mp.jpg', await photoBytes(0));
  const small = (seed: number) => photoPixels(seed).resize(1920, 1440);
  const mixed = await Promise.all([
    ...numbers(4).map(async (n) =>
      write(`4k-${n}.png`, await editorScreenshot({ ...fourK, fontSize: 12 + 2 * n, theme: n % 2 ? 'light' : 'dark' })),
    ),
    ...numbers(3).map(async (n) =>
      write(
        `laptop-${n}.png`,
        await editorScreenshot({ ...fourK, width: 1440, height: 900, scale: 1, fontSize: 12 + n }),
      ),
    ),
    ...numbers(4).map(async (n) => write(`photo-${n}.jpg`, await photoBytes(n + 1))),
    ...numbers(4).map(async (n) => write(`small-${n}.jpg`, await small(n).jpeg({ quality: 85 }).toBuffer())),
    ...numbers(2).map(async (n) => write(`small-${n}.webp`, await small(n).webp({ quality: 80 }).toBuffer())),
    ...numbers(2).map(async (n) => write(`small-${n}.gif`, await small(n).resize(800, 600).gif().toBuffer())),
    write('diagram.svg', Buffer.from(diagram)),
  ]);
  return { screenshot: [screenshot], photo: [photo], mixed };
}

async function photoBytes(seed: number): Promise<Buffer> {
  return await photoPixels(seed).jpeg({ quality: 92 }).toBuffer();
}

/** Soft shapes with the fine grain of a sensor, 4,000 × 3,000; the same for the same seed. */
function photoPixels(seed: number): Sharp {
  const [width, height] = [4_000, 3_000];
  const pixels = Buffer.allocUnsafe(width * height * 3);
  let random = 12_345 + seed * 977;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) | 0;
      const grain = (random >>> 27) - 16;
      const wave = Math.sin((x + seed * 300) / 311) * Math.cos(y / 257) + Math.sin((x + y) / 97) / 3;
      pixels[at++] = clamp(130 + 70 * wave + grain);
      pixels[at++] = clamp(120 + 60 * Math.cos(wave * 2 + y / 900) + grain);
      pixels[at++] = clamp(110 + 50 * Math.sin(x / 800) - 40 * wave + grain);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}

const diagram = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
<rect width="900" height="600" fill="#fff"/>${Array.from(
  { length: 40 },
  (_, index) =>
    `<rect x="${(index % 8) * 110 + 10}" y="${Math.floor(index / 8) * 115 + 10}" width="90" height="90" rx="8"
      fill="hsl(${index * 9} 60% 80%)" stroke="#333"/>`,
).join('')}</svg>`;
