import sharp from 'sharp';
import { chunk } from './pictures';

/** A header of 40 bytes of a bitmap of 10 × 4 pixels that follow colours. */
function infoHeader(bits: number, compression: number, colours: number): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(10, 4);
  header.writeInt32LE(4, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(bits, 14);
  header.writeUInt32LE(compression, 16);
  header.writeUInt32LE(colours, 32);
  return header;
}

function bitmapFile(header: Buffer, ...rest: readonly Buffer[]): Buffer {
  const body = Buffer.concat([header, ...rest]);
  const file = Buffer.alloc(14);
  file.write('BM');
  file.writeUInt32LE(14 + body.length, 2);
  const pixels = rest.at(-1)?.length ?? 0;
  file.writeUInt32LE(14 + body.length - pixels, 10);
  return Buffer.concat([file, body]);
}

/** Blue, green, red and a filler: red, green, blue, white. */
const palette = Buffer.from([0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0]);

/** Quarters of red, green, blue and white from the top left on: rows are stored from the bottom up. */
export function bitmap4(): Buffer {
  const bottom = Buffer.from([0x22, 0x22, 0x23, 0x33, 0x33, 0, 0, 0]);
  const top = Buffer.from([0x00, 0x00, 0x01, 0x11, 0x11, 0, 0, 0]);
  return bitmapFile(infoHeader(4, 0, 4), palette, Buffer.concat([bottom, bottom, top, top]));
}

/** The same with runs, a literal run of an odd length, and a move. */
export function bitmapRle8(): Buffer {
  const bottom = Buffer.from([5, 2, 0, 5, 3, 3, 3, 3, 3, 0, 0, 0]);
  const top = Buffer.from([5, 0, 5, 1, 0, 0]);
  return bitmapFile(infoHeader(8, 1, 4), palette, Buffer.concat([bottom, bottom, top, top, Buffer.from([0, 1])]));
}

/** The same in 16 bits a pixel with masks of 5, 6 and 5 bits. */
export function bitmap16(): Buffer {
  const masks = Buffer.alloc(12);
  [0xf800, 0x07e0, 0x001f].forEach((mask, index) => masks.writeUInt32LE(mask, index * 4));
  const row = (left: number, right: number): Buffer => {
    const pixels = Buffer.alloc(20);
    for (let x = 0; x < 10; x += 1) {
      pixels.writeUInt16LE(x < 5 ? left : right, x * 2);
    }
    return pixels;
  };
  const [bottom, top] = [row(0x001f, 0xffff), row(0xf800, 0x07e0)];
  return bitmapFile(infoHeader(16, 3, 0), masks, Buffer.concat([bottom, bottom, top, top]));
}

/** An icon of 1 × 1 and one of 2 × 2 pixels: red, see-through, blue, white. */
export function iconWithMask(): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(2, 4);
  header.writeInt32LE(4, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(24, 14);
  const bottom = [255, 0, 0, 255, 255, 255, 0, 0];
  const top = [0, 0, 255, 0, 0, 0, 0, 0];
  const mask = [0, 0, 0, 0, 0x40, 0, 0, 0];
  const picture = Buffer.concat([header, Buffer.from([...bottom, ...top, ...mask])]);
  const entry = (side: number, offset: number): Buffer => {
    const bytes = Buffer.alloc(16);
    bytes.set([side, side]);
    bytes.writeUInt16LE(24, 6);
    bytes.writeUInt32LE(picture.length, 8);
    bytes.writeUInt32LE(offset, 12);
    return bytes;
  };
  return Buffer.concat([Buffer.from([0, 0, 1, 0, 2, 0]), entry(1, 9_999), entry(2, 38), picture]);
}

/** Four frames of half a second on 40 × 40 pixels: red; blue at the bottom right, cleared after; nothing; green over all. */
export async function animatedPng(): Promise<Buffer> {
  const whole = { left: 0, top: 0, width: 40, height: 40 };
  const corner = { left: 20, top: 20, width: 20, height: 20 };
  const dot = { left: 0, top: 39, width: 1, height: 1 };
  const frames = [
    { ...whole, colour: { r: 255, g: 0, b: 0, alpha: 1 }, dispose: 0, blend: 0 },
    { ...corner, colour: { r: 0, g: 0, b: 255, alpha: 1 }, dispose: 1, blend: 0 },
    { ...dot, colour: { r: 255, g: 0, b: 0, alpha: 1 }, dispose: 2, blend: 1 },
    { ...whole, colour: { r: 0, g: 255, b: 0, alpha: 0.5 }, dispose: 0, blend: 1 },
  ];
  const chunks: Buffer[] = [];
  let sequence = 0;
  for (const [index, frame] of frames.entries()) {
    const { width, height, colour } = frame;
    const png = await sharp({ create: { width, height, channels: 4, background: colour } })
      .png()
      .toBuffer();
    const control = Buffer.alloc(26);
    [sequence++, width, height, frame.left, frame.top].forEach((value, field) =>
      control.writeUInt32BE(value, field * 4),
    );
    control.writeUInt16BE(1, 20);
    control.writeUInt16BE(2, 22);
    control.set([frame.dispose, frame.blend], 24);
    chunks.push(chunk('fcTL', control));
    const data = pixelData(png);
    if (index === 0) {
      const count = Buffer.alloc(8);
      count.writeUInt32BE(frames.length, 0);
      chunks.unshift(png.subarray(0, 33), chunk('acTL', count));
      chunks.push(chunk('IDAT', data));
    } else {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(sequence++, 0);
      chunks.push(chunk('fdAT', Buffer.concat([number, data])));
    }
  }
  return Buffer.concat([...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function pixelData(png: Buffer): Buffer {
  const at = png.indexOf('IDAT');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}
