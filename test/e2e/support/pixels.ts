import sharp from 'sharp';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row. */
  readonly data: Buffer;
}

/** Decodes a picture as a viewer shows it: upright, in sRGB, on white. */
export async function decode(picture: Uint8Array | string): Promise<Pixels> {
  const { data, info } = await sharp(picture)
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Mean absolute difference of two pictures of the same size, from 0 (equal) to 255. */
export function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(`${one.width} × ${one.height} pixels are not ${other.width} × ${other.height}.`);
  }
  let sum = 0;
  for (const [index, value] of one.data.entries()) {
    sum += Math.abs(value - (other.data[index] ?? 0));
  }
  return sum / one.data.length;
}
