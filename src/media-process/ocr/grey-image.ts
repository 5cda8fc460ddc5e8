import { fromRaw } from '../image/raw-image';
import type { RawImage } from '../image/raw-image';
import { sharp } from '../image/sharp';
import type { Size } from '../media-service';

/** One byte of brightness for each pixel. */
export interface GreyImage extends Size {
  readonly data: Uint8Array;
}

/** Mean brightness from which see-through content counts as light and is put on black. */
const LIGHT_CONTENT = 160;

/** Brightness only; see-through parts show white, or black where what is drawn on them is light. */
export async function toGrey(raw: RawImage): Promise<GreyImage> {
  const background = raw.channels === 4 && opaqueBrightness(raw) >= LIGHT_CONTENT ? 'black' : 'white';
  const data = await fromRaw(raw).flatten({ background }).toColourspace('b-w').raw().toBuffer();
  return { data, width: raw.width, height: raw.height };
}

/** Scales brightness to the given size. */
export async function resizeGrey(image: GreyImage, size: Size): Promise<GreyImage> {
  if (size.width === image.width && size.height === image.height) {
    return image;
  }
  const { width, height } = image;
  const data = await sharp(image.data, { raw: { width, height, channels: 1 } })
    .resize({ width: size.width, height: size.height, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { data, width: size.width, height: size.height };
}

/** The brightness that as many pixels exceed as fall below. */
export function medianBrightness({ data }: GreyImage): number {
  const counts = new Uint32Array(256);
  for (const value of data) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  let below = 0;
  return counts.findIndex((count) => (below += count) >= data.length / 2);
}

function opaqueBrightness({ data }: RawImage): number {
  let sum = 0;
  let weight = 0;
  for (let index = 0; index + 3 < data.length; index += 4) {
    const alpha = data[index + 3] ?? 0;
    sum += (((data[index] ?? 0) + (data[index + 1] ?? 0) + (data[index + 2] ?? 0)) / 3) * alpha;
    weight += alpha;
  }
  return weight > 0 ? sum / weight : 0;
}
