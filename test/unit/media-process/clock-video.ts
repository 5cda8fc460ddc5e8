import { readFileSync } from 'node:fs';
import sharp from 'sharp';

/** A video of test/fixtures/videos: see make.mjs there for what its frames show. */
export function clockVideo(name: string): Buffer {
  return readFileSync(`test/fixtures/videos/${name}`);
}

/** Which frame of the videos a picture shows: read from the bits in its upper strip. */
export async function frameNumber(picture: Uint8Array): Promise<number> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const row = Math.round(info.height / 6);
  return Array.from({ length: 8 }, (_, bit) => {
    const column = Math.round(((bit + 0.5) * info.width) / 8);
    return (data[row * info.width + column] ?? 0) > 127 ? 2 ** bit : 0;
  }).reduce((sum, value) => sum + value);
}
