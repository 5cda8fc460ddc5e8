import { pngOf } from '../png-chunks';
import { decodeImage, fromRaw, type RawImage } from '../raw-image';
import type { ApngFile, ApngFrame } from './read-apng';

/** Makes what is seen while a frame is shown: it, and all that earlier ones left behind. */
export class FrameComposer {
  readonly #file: ApngFile;
  /** What frames before `#next` left behind: frames are mostly asked for in their order. */
  #canvas: Buffer<ArrayBuffer>;
  #next = 0;

  constructor(file: ApngFile) {
    this.#file = file;
    this.#canvas = emptyCanvas(file);
  }

  /** Counted from 0. */
  async compose(index: number): Promise<RawImage> {
    if (index < this.#next) {
      this.#canvas = emptyCanvas(this.#file);
      this.#next = 0;
    }
    const { width, height, frames } = this.#file;
    for (const frame of frames.slice(this.#next, index)) {
      if (frame.dispose === 'keep') {
        this.#canvas = await draw(this.#canvas, this.#file, frame);
      } else if (frame.dispose === 'clear') {
        clear(this.#canvas, width, frame);
      }
      this.#next += 1;
    }
    const shown = frames[index];
    const data = shown ? await draw(this.#canvas, this.#file, shown) : this.#canvas;
    return { data, width, height, channels: 4 };
  }
}

function emptyCanvas({ width, height }: ApngFile): Buffer<ArrayBuffer> {
  return Buffer.alloc(width * height * 4);
}

/** The canvas with a frame on it; the canvas itself stays as it is. */
async function draw(canvas: Buffer<ArrayBuffer>, file: ApngFile, frame: ApngFrame): Promise<Buffer<ArrayBuffer>> {
  const { width, height } = file;
  const pixels = await decodeFrame(file, frame);
  const rgba = pixels.channels === 4 ? pixels.data : await fromRaw(pixels).ensureAlpha().raw().toBuffer();
  if (!frame.blend) {
    const replaced = Buffer.from(canvas);
    const rowBytes = frame.width * 4;
    eachRow(frame, width, (at, row) => replaced.set(rgba.subarray(row * rowBytes, (row + 1) * rowBytes), at));
    return replaced;
  }
  const raw = { width: frame.width, height: frame.height, channels: 4 as const };
  const { left, top } = frame;
  const composed = await fromRaw({ data: canvas, width, height, channels: 4 })
    .composite([{ input: Buffer.from(rgba), raw, left, top }])
    .raw()
    .toBuffer();
  return Buffer.from(composed);
}

function clear(canvas: Buffer, width: number, frame: ApngFrame): void {
  eachRow(frame, width, (at) => canvas.fill(0, at, at + frame.width * 4));
}

function eachRow({ left, top, height }: ApngFrame, width: number, work: (at: number, row: number) => void): void {
  for (let row = 0; row < height; row += 1) {
    work(((top + row) * width + left) * 4, row);
  }
}

/** Each frame is a PNG of its own once it has a header of its size. */
async function decodeFrame({ header, shared }: ApngFile, { width, height, data }: ApngFrame): Promise<RawImage> {
  const own = Buffer.from(header.data);
  own.writeUInt32BE(width, 0);
  own.writeUInt32BE(height, 4);
  const png = pngOf([
    { type: 'IHDR', data: own },
    ...shared,
    ...data.map((part) => ({ type: 'IDAT', data: part })),
    { type: 'IEND', data: new Uint8Array() },
  ]);
  return await decodeImage(png, { vector: false, frame: 0 }, { width, height });
}
