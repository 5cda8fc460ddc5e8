import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { makeTemporaryFolder } from './workspace-copy';

/**
 * A screen of its own (Xvfb) that shows a picture. The picture is written into the server's frame buffer file (which has
 * the form of an X window dump), so that no other program is needed to draw it.
 */
export class VirtualDisplay {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  readonly #server: ChildProcess;
  readonly #folder: string;

  private constructor(name: string, server: ChildProcess, folder: string) {
    this.name = name;
    this.#server = server;
    this.#folder = folder;
  }

  static async start(size: { readonly width: number; readonly height: number }): Promise<VirtualDisplay> {
    const folder = await makeTemporaryFolder();
    // Neither the last program that goes nor the screen saver may blacken what is shown.
    const screen = ['-screen', '0', `${size.width}x${size.height}x24`, '-noreset', '-s', '0'];
    const server = spawn('Xvfb', ['-displayfd', '3', '-fbdir', folder, '-nolisten', 'tcp', ...screen], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const output = server.stdio[3];
    if (!output || !('read' in output)) throw new Error('Xvfb has no output for its display number.');
    const number = await Promise.race([
      once(createInterface(output), 'line').then(([line]) => String(line)),
      once(server, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${String(code)}.`))),
    ]);
    return new VirtualDisplay(`:${number}`, server, folder);
  }

  /** Shows a picture at the upper left. */
  async show(picture: string): Promise<void> {
    // As bytes: where the decoders of Iris are tested in this process, they let pictures be read from no path.
    const { data, info } = await sharp(await readFile(picture))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const file = path.join(this.#folder, 'Xvfb_screen0');
    const dump = windowDump(await readFile(file));
    const frame = await open(file, 'r+');
    try {
      for (let row = 0; row < info.height; row++) {
        const line = blueFirst(data.subarray(row * info.width * 4, (row + 1) * info.width * 4));
        await frame.write(line, 0, line.length, dump.pixels + row * dump.bytesPerLine);
      }
    } finally {
      await frame.close();
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#server, 'exit');
    this.#server.kill();
    await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Where the pixels are in an X window dump, by XWDFile.h: fields of four bytes, the highest first. */
function windowDump(dump: Buffer): { readonly pixels: number; readonly bytesPerLine: number } {
  const field = (index: number): number => dump.readUInt32BE(index * 4);
  const [headerSize, bytesPerLine, colours] = [field(0), field(12), field(19)];
  return { pixels: headerSize + colours * 12, bytesPerLine };
}

/** Pixels as a 24-bit display keeps them. */
function blueFirst(rgba: Buffer): Buffer {
  const line = Buffer.from(rgba);
  for (let at = 0; at < line.length; at += 4) {
    line[at] = rgba[at + 2] ?? 0;
    line[at + 2] = rgba[at] ?? 0;
  }
  return line;
}
