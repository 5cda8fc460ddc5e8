import { readFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A picture of the demo workspace. */
export function demoPicture(name: string): Buffer {
  return readFileSync(`demo/pictures/${name}`);
}

/** A JPEG whose quarters are red, green, blue and white, from the top left on, turned as its EXIF says. */
export async function quarters(orientation: number): Promise<Buffer> {
  const upright = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#ffffff' } })
    .composite([
      { input: square('#ff0000'), left: 0, top: 0 },
      { input: square('#00ff00'), left: 60, top: 0 },
      { input: square('#0000ff'), left: 0, top: 40 },
    ])
    .png()
    .toBuffer();
  const stored = await storedAs(upright, orientation);
  return sharp(stored).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).withMetadata({ orientation }).toBuffer();
}

function square(background: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="${background}"/></svg>`,
  );
}

/** Turns pixels the way a camera held like that stores them: the opposite of what a viewer does. */
async function storedAs(upright: Buffer, orientation: number): Promise<Buffer> {
  const degrees = [0, 0, 0, 180, 180, 90, 270, 270, 90][orientation];
  const turned = await sharp(upright).rotate(degrees).png().toBuffer();
  return [2, 4, 5, 7].includes(orientation) ? sharp(turned).flop().png().toBuffer() : turned;
}

/** The colour at a place given in parts of width and height, as `[red, green, blue]`. */
export async function colourAt(bytes: Uint8Array, across: number, down: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const index = (Math.floor(down * info.height) * info.width + Math.floor(across * info.width)) * info.channels;
  return [...data.subarray(index, index + 3)];
}

/** Mean difference of a channel between two pictures of the same size, in levels of 256. */
export async function meanDifference(first: Uint8Array, second: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(first), pixelsOf(second)]);
  return a.length === b.length
    ? a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length
    : Number.POSITIVE_INFINITY;
}

async function pixelsOf(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).removeAlpha().raw().toBuffer();
}

/** A PNG that claims a size; its pixels are missing. */
export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync('')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** An SVG of a thousand billion rectangles. */
export const vectorBomb = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100"><defs><g id="a0"><rect width="1" height="1"/></g>${Array.from(
    { length: 12 },
    (_, index) => `<g id="a${index + 1}">${`<use xlink:href="#a${index}"/>`.repeat(10)}</g>`,
  ).join('')}</defs><use xlink:href="#a12"/></svg>`,
);
