import type { TextBlock, TextLine } from './find-blocks';
import { resizeGrey } from './grey-image';
import type { GreyImage } from './grey-image';

/** A block as the engine gets it: black on white, letters of a good size, with a margin. */
export interface BlockPicture {
  /** A binary PGM file. */
  readonly file: Uint8Array;
  /** Maps a horizontal position in the file to one in the picture. */
  toPictureX(x: number): number;
  /** Maps a vertical position in the file to one in the picture. */
  toPictureY(y: number): number;
}

const MAX_ENLARGEMENT = 4;
const MIN_ENLARGEMENT = 0.25;
/** White pixels around the text, before scaling. */
const MARGIN = 10;
/** Pixels kept beyond the marks, where strokes fade out. */
const FRINGE = 2;
/** Pixels that the engine's coordinates can hold. */
const MAX_SIDE = 30_000;

/** Makes the letters `letterHeight` pixels high, as far as that is sensible. */
export async function blockPicture(block: TextBlock, image: GreyImage, letterHeight: number): Promise<BlockPicture> {
  const left = Math.floor(block.left) - MARGIN;
  const top = Math.floor(block.top) - MARGIN;
  const width = Math.ceil(block.right) + MARGIN - left;
  const height = Math.ceil(block.bottom) + MARGIN - top;
  const data = new Uint8Array(width * height).fill(255);
  for (const line of block.lines) {
    paintLine(line, image, (x, y, brightness) => (data[(y - top) * width + x - left] = brightness));
  }
  const scale = Math.min(
    MAX_ENLARGEMENT,
    Math.max(MIN_ENLARGEMENT, letterHeight / block.letterHeight),
    MAX_SIDE / Math.max(width, height),
  );
  const scaled = await resizeGrey(
    { data, width, height },
    { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) },
  );
  return {
    file: portableGreyMap(scaled),
    toPictureX: (x) => (x * width) / scaled.width + left,
    toPictureY: (y) => (y * height) / scaled.height + top,
  };
}

/** Every line is turned to black on white by its own colours: a pale comment, a highlighted line, a selected row. */
function paintLine(line: TextLine, image: GreyImage, paint: (x: number, y: number, brightness: number) => void): void {
  const { background, lightOnDark, contrast } = line.tone;
  const right = Math.min(image.width, Math.ceil(line.right) + FRINGE);
  const bottom = Math.min(image.height, Math.ceil(line.bottom) + FRINGE);
  for (let y = Math.max(0, Math.floor(line.top) - FRINGE); y < bottom; y += 1) {
    for (let x = Math.max(0, Math.floor(line.left) - FRINGE); x < right; x += 1) {
      const value = image.data[y * image.width + x] ?? background;
      const ink = lightOnDark ? value - background : background - value;
      paint(x, y, 255 - Math.min(255, Math.max(0, (ink * 255) / contrast)));
    }
  }
}

function portableGreyMap({ data, width, height }: GreyImage): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}
