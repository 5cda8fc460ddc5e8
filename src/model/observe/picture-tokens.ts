import type { ImagePart } from '../messages';

/** OpenAI's arithmetic for GPT-4o: a base, and a price for each tile of 512 × 512 pixels. */
const baseTokens = 85;
const tileTokens = 170;

/** Where the size can't be told: that of a square of 1,024 pixels, which is four tiles. */
export const unknownMediaTokens = baseTokens + 4 * tileTokens;

/**
 * Tokens of a picture as OpenAI counts them: made to fit 2,048 × 2,048, then its shorter side to 768, then cut into tiles.
 * Other models count otherwise; this is an estimate for servers that tell nothing.
 * Source: https://platform.openai.com/docs/guides/images-vision#calculating-costs
 */
export function pictureTokens({ image, detail }: ImagePart): number {
  if (detail === 'low') {
    return baseTokens;
  }
  const size = 'bytes' in image ? sizeOf(image.bytes) : 'url' in image ? undefined : image.size;
  if (!size) {
    return unknownMediaTokens;
  }
  const longSide = Math.max(size.width, size.height);
  const shortSide = Math.min(size.width, size.height);
  const fitting = Math.min(1, 2_048 / longSide);
  const scale = fitting * Math.min(1, 768 / (shortSide * fitting));
  return baseTokens + tileTokens * Math.ceil((longSide * scale) / 512) * Math.ceil((shortSide * scale) / 512);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the header of a PNG or JPEG, the two formats in which pictures are sent; undefined for anything else. */
function sizeOf(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length >= 24 && view.getUint32(0) === 0x89504e47;
  const size = isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : jpegSize(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** Walks over the segments of a JPEG (ITU T.81, annex B) to the one that starts a frame. */
function jpegSize(view: DataView): Size | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) {
    return undefined;
  }
  for (let offset = 2; offset + 9 <= view.byteLength && view.getUint8(offset) === 0xff;) {
    const marker = view.getUint8(offset + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    }
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}
